import { auditLog } from '../../../../nodes/Pylon/operations/auditLog';
import { callRecording } from '../../../../nodes/Pylon/operations/callRecording';
import { me } from '../../../../nodes/Pylon/operations/me';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { describeOperations } from '../../../support/operations';

const { callRecordings: recordings } = seedIds;

const { globex, initech } = seedIds.accounts;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describeOperations(me, {
	get: {
		least: {
			then: ({ sim, json }) =>
				expect(json).toEqual([{ ...sim.state.organization, user: { id: sim.state.tokenUserId } }]),
		},
		all: {
			credentials: { apiToken: ' simulated-us-token\n' },
			then: ({ sim, json: [found] }) => expect(found.id).toBe(sim.state.organization.id),
		},
		wrong: {
			credentials: { apiToken: ' \n' },
			message: "'API Token' of the Pylon credential cannot be used",
		},
	},
});

describeOperations(callRecording, {
	delete: {
		least: {
			parameters: { callRecordingId: byId(recordings.globex) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.callRecordings.keys()]).toEqual([recordings.initech]);
			},
		},
		all: {
			parameters: { callRecordingId: recordings.initech },
			then: ({ sim }) => expect(sim.state.callRecordings.size).toBe(1),
		},
		wrong: { parameters: { callRecordingId: byId('') }, message: "'Call Recording' is empty" },
	},
	get: {
		least: {
			parameters: { callRecordingId: byId(recordings.globex) },
			then: ({ json }) =>
				expect(json).toMatchObject([
					{
						id: recordings.globex,
						title: 'Renewal with Globex',
						source: 'gong',
						account_id: globex,
						duration_ms: 1_800_000,
					},
				]),
		},
		all: {
			parameters: { callRecordingId: recordings.initech },
			then: ({ json: [found] }) => expect(found.account_id).toBe(initech),
		},
		wrong: {
			parameters: { callRecordingId: byId('.') },
			message: "'Call Recording' cannot be '.'",
		},
	},
	search: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ id }) => id)).toEqual([recordings.globex, recordings.initech]),
		},
		all: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: { field: 'title', operator: 'string_contains', value: 'kick-off' },
					limit: 10,
				},
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([recordings.initech]),
			},
			{
				parameters: {
					returnAll: true,
					filterMode: 'json',
					filterJson: { field: 'start_time', operator: 'time_is_after', value: daysAgo(10) },
				},
				then: ({ json, sent }) => {
					expect(json.map(({ id }) => id)).toEqual([recordings.globex]);
					expect(sent.body).toMatchObject({ limit: 1000 });
				},
			},
		],
		wrong: [
			{
				parameters: { filterMode: 'json', filterJson: { field: 'outcome', operator: 'is_set' } },
				message: "has the unknown field 'outcome'",
			},
			{
				parameters: {
					filterMode: 'json',
					filterJson: { field: 'start_time', operator: 'time_is_after', value: 'last week' },
				},
				message: "'Filter (JSON)'",
			},
		],
	},
	update: {
		least: {
			parameters: {
				callRecordingId: byId(recordings.globex),
				updateFields: { accountId: byId(initech) },
			},
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({ account_id: initech });
				expect(sim.state.callRecordings.get(recordings.globex)).toMatchObject({
					account_id: initech,
					title: 'Renewal with Globex',
				});
			},
		},
		all: {
			parameters: {
				callRecordingId: byId(recordings.globex),
				customFields: byHand({ outcome: 'Renewed' }),
				updateFields: {
					ifEmpty: 'clear',
					accountId: byId(''),
					customFieldsJson: { topics: ['renewal', 'training'] },
				},
			},
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toMatchObject({ account_id: '' });
				const custom_fields = {
					outcome: { value: 'Renewed' },
					topics: { value: '', values: ['renewal', 'training'] },
				};
				expect(changed).toMatchObject({ account_id: null, custom_fields });
				expect(sim.state.callRecordings.get(recordings.globex)).toMatchObject({
					account_id: null,
					custom_fields,
				});
			},
		},
		wrong: [
			{
				parameters: { callRecordingId: byId(recordings.globex), updateFields: {} },
				message: "'Update Fields' is empty",
			},
			{
				parameters: { callRecordingId: byId(''), updateFields: { accountId: byId('') } },
				message: "'Call Recording' is empty",
			},
		],
	},
});

describeOperations(auditLog, {
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ action }) => action)).toEqual([
					'account.updated',
					'account.updated',
					'user.deactivated',
				]),
		},
		all: [
			{
				parameters: { limit: 1 },
				then: ({ json }) =>
					expect(json).toMatchObject([{ object_type: 'account', object_id: initech }]),
			},
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(3) },
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
	search: {
		least: { then: ({ json }) => expect(json).toHaveLength(3) },
		all: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: { field: 'action', operator: 'equals', value: 'user.deactivated' },
					limit: 10,
				},
				then: ({ json }) =>
					expect(json).toMatchObject([
						{ object_id: seedIds.users.rosa, actor_user_id: seedIds.users.nora },
					]),
			},
			{
				parameters: {
					returnAll: true,
					filterMode: 'json',
					filterJson: {
						field: 'action_happened_at',
						operator: 'time_range',
						values: [daysAgo(5), daysAgo(3)],
					},
				},
				then: ({ json }) => expect(json.map(({ object_id }) => object_id)).toEqual([globex]),
			},
		],
		wrong: {
			parameters: {
				filterMode: 'json',
				filterJson: { field: 'actor', operator: 'equals', value: 'nora' },
			},
			message: "has the unknown field 'actor'",
		},
	},
});
