import { survey } from '../../../../nodes/Pylon/operations/survey';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { surveys, surveyResponses } = seedIds;

const { globex } = seedIds.accounts;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describeOperations(survey, {
	get: {
		least: {
			parameters: { surveyId: byId(surveys.nps) },
			then: ({ json }) =>
				expect(json).toMatchObject([
					{ id: surveys.nps, name: 'Would you recommend us?', type: 'nps' },
				]),
		},
		all: {
			parameters: { surveyId: surveys.csat },
			then: ({ json: [found] }) => expect(found.type).toBe('csat'),
		},
		wrong: { parameters: { surveyId: byId(' ') }, message: "'Survey' is empty" },
	},
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ id }) => id).sort()).toEqual([surveys.csat, surveys.nps]),
		},
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
	getResponses: {
		least: {
			parameters: { surveyId: byId(surveys.csat) },
			then: ({ json }) => {
				expect(json.map(({ id }) => id).sort()).toEqual([
					surveyResponses.carla,
					surveyResponses.dmitri,
				]);
				expect(json.find(({ id }) => id === surveyResponses.carla)?.answers).toHaveLength(2);
			},
		},
		all: [
			{
				parameters: {
					surveyId: byId(surveys.csat),
					limit: 10,
					filters: {
						accountId: byId(globex),
						submittedAfter: daysAgo(10),
						submittedBefore: daysAgo(8),
					},
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([surveyResponses.carla]);
					expect(sent.query).toMatchObject({ account_id: globex });
				},
			},
			{
				parameters: {
					surveyId: byId(surveys.csat),
					returnAll: true,
					filters: { contactId: byId(seedIds.contacts.dmitri) },
				},
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([surveyResponses.dmitri]),
			},
		],
		wrong: [
			{ parameters: { surveyId: byId('') }, message: "'Survey' is empty" },
			{
				parameters: { surveyId: byId(surveys.csat), filters: { contactId: byId('') } },
				message: "'Contact' is empty",
			},
			{
				parameters: { surveyId: byId(surveys.csat), filters: { submittedAfter: 'yesterday-ish' } },
				message: "'Submitted After'",
			},
		],
	},
	search: {
		least: { then: ({ json }) => expect(json).toHaveLength(2) },
		all: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: { field: 'updated_at', operator: 'time_is_after', value: daysAgo(50) },
					limit: 10,
				},
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([surveys.csat]),
			},
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(2) },
		],
		wrong: {
			parameters: {
				filterMode: 'json',
				filterJson: { field: 'name', operator: 'equals', value: 'x' },
			},
			message: "has the unknown field 'name'",
		},
	},
});
