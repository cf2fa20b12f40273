import { emailSuppression } from '../../../../nodes/Pylon/operations/emailSuppression';
import { seedIds } from '../../../../sandbox/pylon';
import { by, byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { farid, ines, tomas } = seedIds.emailSuppressions;

describeOperations(emailSuppression, {
	delete: {
		least: {
			parameters: { emailSuppressionId: byId(ines) },
			then: ({ sim, json, requests }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect(requests.map(({ operationId }) => operationId)).toEqual(['deleteEmailSuppression']);
				expect([...sim.state.emailSuppressions.keys()].sort()).toEqual([farid, tomas].sort());
			},
		},
		all: [
			{
				parameters: { emailSuppressionId: by('email', 'Ines <INES@old.initech.example>') },
				then: ({ sim, json, requests }) => {
					expect(json).toEqual([{ deleted: true }]);
					expect(requests.map(({ operationId }) => operationId)).toEqual([
						'getEmailSuppressions',
						'deleteEmailSuppression',
					]);
					expect(sim.state.emailSuppressions.has(ines)).toBe(false);
				},
			},
			{
				parameters: { emailSuppressionId: byId('tomas@mail.example') },
				then: ({ sim }) => expect(sim.state.emailSuppressions.has(tomas)).toBe(false),
			},
		],
		wrong: [
			{ parameters: { emailSuppressionId: byId('') }, message: "'Email Suppression' is empty" },
			{
				parameters: { emailSuppressionId: by('email', 'ines') },
				message: "'Email Suppression' is not an email address",
			},
		],
	},
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json).toMatchObject([
					{ id: tomas, email: 'tomas@mail.example', reason: 'manual', bounce_details: null },
					{ id: ines, reason: 'hard_bounce' },
					{ id: farid, reason: 'hard_bounce' },
				]),
		},
		all: [
			{
				parameters: { filters: { email: 'Farid@Globex.example' }, limit: 5 },
				then: ({ json, sent }) => {
					expect(sent.query).toEqual({ email: 'farid@globex.example', limit: '5' });
					expect(json.map(({ id }) => id)).toEqual([farid]);
				},
			},
			{
				parameters: { filters: { email: 'carla@globex.example' }, returnAll: true },
				then: ({ json }) => expect(json).toEqual([]),
			},
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(3) },
		],
		wrong: [
			{ parameters: { filters: { email: '' } }, message: "'Email' is empty" },
			{ parameters: { filters: { email: 'farid' } }, message: "'Email' is not an email address" },
			{ parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
		],
	},
});
