import { task } from '../../../../nodes/Pylon/operations/task';
import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { only } from './support/parts';

const { contacts, users } = seedIds;
const { import: importing, columns, certificate } = seedIds.tasks;

const manyTasks =
	(count: number) =>
	({ state }: SimulatedPylon) => {
		const [one] = state.tasks.values();
		for (let index = 0; index < count; index++) {
			const id = state.newId('task');
			state.tasks.set(id, { ...one, id });
		}
	};

describeOperations(only(task, 'get', 'getAll', 'search'), {
	get: {
		least: {
			parameters: { taskId: byId(importing) },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					id: importing,
					assignee_id: users.nora,
					custom_fields: { effort: 'large' },
				}),
		},
		all: {
			parameters: { taskId: byId(importing), output: 'raw' },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					assignee: { user: { id: users.nora } },
					custom_fields: { effort: { value: 'large' } },
					subtask_ids: [columns],
				}),
		},
		wrong: { parameters: { taskId: byId('.') }, message: "'Task' cannot be '.'" },
	},
	getAll: {
		least: {
			then: ({ json }) =>
				expect(json.map(({ id }) => id)).toEqual([certificate, columns, importing]),
		},
		all: [
			{
				parameters: { limit: 1, output: 'raw' },
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([certificate]),
			},
			{
				before: manyTasks(1200),
				parameters: { returnAll: true },
				then: ({ json, requests }) => {
					expect(requests.map(({ query }) => query.limit)).toEqual(['999', '999']);
					expect(new Set(json.map(({ id }) => id)).size).toBe(1203);
				},
			},
		],
		wrong: { parameters: { limit: 1.5 }, message: "'Limit' has to be a whole number" },
	},
	search: {
		least: {
			then: ({ json, sent }) => {
				expect(sent.body).toEqual({ limit: 50 });
				expect(json).toHaveLength(3);
			},
		},
		all: [
			{
				parameters: {
					filterMode: 'json',
					filterJson: { field: 'milestone_id', operator: 'is_set' },
					limit: 10,
					output: 'raw',
				},
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([importing]),
			},
			{
				parameters: {
					returnAll: true,
					filterMode: 'json',
					filterJson: JSON.stringify({
						operator: 'or',
						subfilters: [
							{ field: 'effort', operator: 'equals', value: 'large' },
							{ field: 'assignee_id', operator: 'in', values: [contacts.carla] },
						],
					}),
				},
				then: ({ json, sent }) => {
					expect(sent.operationId).toBe('searchTasks');
					expect(json.map(({ id }) => id)).toEqual([columns, importing]);
				},
			},
		],
		wrong: {
			parameters: {
				filterMode: 'json',
				filterJson: '{"field":"assignee_id","operator":"is_unset"}',
			},
			message: 'cannot use the operator "is_unset"',
		},
	},
});
