import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { runWorkflow } from '../../../support/engine';
import { evaluate, passThrough } from '../../../support/fixtureNodes';
import { withPylon } from '../../../support/pylon';
import { getContact, itemsOf, listContacts, pylonNode } from '../../shared/client/support/run';

const pylon = withPylon();
const [start, check] = [passThrough(), evaluate()];

async function run(parameters: INodeParameters, inputs: IDataObject[], onError: INode['onError']) {
	return await runWorkflow({
		nodes: [
			{ name: 'Start', type: start },
			{ name: 'Pylon', type: pylonNode, parameters, onError },
			{ name: 'Good', type: check, parameters: { value: "={{ $('Start').item.json.key }}" } },
			{ name: 'Bad', type: check, parameters: { value: "={{ $('Start').item.json.key }}" } },
		],
		connections: [
			['Start', 'Pylon'],
			['Pylon', 'Good', 0],
			...(onError === 'continueErrorOutput'
				? ([['Pylon', 'Bad', 1]] as Array<[string, string, number]>)
				: []),
		],
		pinData: { Start: itemsOf(...inputs) },
		credentials: pylon.credentials,
	});
}

const valuesOf = (items: Array<{ json: IDataObject }> | undefined) =>
	items?.map(({ json }) => json.value);
const { ada, ben, carla } = seedIds.contacts;
const inputs = [
	{ key: 'first', id: ada },
	{ key: 'second', id: 'nobody' },
	{ key: 'third', id: ben },
	{ key: 'fourth', id: '' },
	{ key: 'fifth', id: carla },
];

test('continueRegularOutput: error items stand among the others, all linked', async () => {
	const { outputs, error } = await run(getContact(), inputs, 'continueRegularOutput');
	expect(error).toBeUndefined();
	expect(valuesOf(outputs.Good[0])).toEqual(['first', 'second', 'third', 'fourth', 'fifth']);
	expect(outputs.Pylon[0].map(({ json }) => json.id ?? Object.keys(json))).toEqual([
		ada,
		['error'],
		ben,
		['error'],
		carla,
	]);
	expect(outputs.Pylon[0][1].json).toEqual({
		error: {
			message: "Pylon has no record 'nobody' for 'Contact': Contact not found!",
			description: expect.stringContaining("Check 'Contact'"),
			status: 404,
			code: 'not_found',
			requestId: pylon.sim.requests.find(({ status }) => status === 404)?.requestId,
		},
	});
});

test('continueErrorOutput: the error output has what happened and the fields of its input', async () => {
	const { outputs, error } = await run(getContact(), inputs, 'continueErrorOutput');
	expect(error).toBeUndefined();
	const [good, bad] = outputs.Pylon;
	expect(good.map(({ json }) => json.id)).toEqual([ada, ben, carla]);
	expect(valuesOf(outputs.Good[0])).toEqual(['first', 'third', 'fifth']);
	expect(bad.map(({ json }) => json)).toEqual([
		{
			key: 'second',
			id: 'nobody',
			error: {
				message: "Pylon has no record 'nobody' for 'Contact': Contact not found!",
				description: expect.any(String),
				status: 404,
				code: 'not_found',
				requestId: pylon.sim.requests.find(({ status }) => status === 404)?.requestId,
			},
		},
		{
			key: 'fourth',
			id: '',
			error: { message: "'Contact' is empty", description: expect.any(String) },
		},
	]);
	expect(valuesOf(outputs.Bad[0])).toEqual(['second', 'fourth']);
});

test('operations that yield none, one or many', async () => {
	addContacts(pylon.sim.state, 3);
	pylon.sim.faults.add({
		kind: 'status',
		status: 200,
		body: { data: null, request_id: 'r' },
		nth: [1],
	});
	const parameters = {
		...listContacts({ returnAll: false, limit: '={{ $json.limit }}' }),
		requestOptions: { concurrency: 1 },
	};
	const lists = [
		{ key: 'none', limit: 2 },
		{ key: 'two', limit: 2 },
		{ key: 'refused', limit: 0 },
		{ key: 'one', limit: 1 },
	];
	const { outputs } = await run(parameters, lists, 'continueErrorOutput');
	expect(valuesOf(outputs.Good[0])).toEqual(['two', 'two', 'one']);
	expect(valuesOf(outputs.Bad[0])).toEqual(['refused']);
	expect(outputs.Pylon[1][0].json).toMatchObject({
		key: 'refused',
		limit: 0,
		error: { message: "'Limit' has to be a whole number from 1 to 100000" },
	});
});

test('without continue-on-fail the workflow stops with the failure of the item', async () => {
	const { outputs, error } = await run(getContact(), inputs, 'stopWorkflow');
	expect(error).toMatchObject({
		message: "'Contact' is empty [item 3]",
		context: { itemIndex: 3 },
	});
	expect(outputs.Good).toBeUndefined();
	expect(pylon.sim.requests).toEqual([]);
});

test("'Retry On Fail' begins anew with all items", async () => {
	pylon.sim.faults.add({ kind: 'status', status: 404, nth: [1] });
	const { outputs, error } = await runWorkflow({
		nodes: [
			{ name: 'Start', type: start },
			{
				name: 'Pylon',
				type: pylonNode,
				parameters: { ...getContact(), requestOptions: { concurrency: 1 } },
				retryOnFail: true,
				maxTries: 2,
				waitBetweenTries: 1,
			},
		],
		pinData: { Start: itemsOf({ id: ada }, { id: ben }) },
		credentials: pylon.credentials,
	});
	expect(error).toBeUndefined();
	expect(outputs.Pylon[0].map(({ json }) => json.id)).toEqual([ada, ben]);
	expect(pylon.sim.requests).toHaveLength(3);
});

test("'Retry On Fail' does not see a failure in a success", async () => {
	const { outputs } = await runWorkflow({
		nodes: [
			{ name: 'Start', type: start },
			{
				name: 'Pylon',
				type: pylonNode,
				parameters: getContact(),
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 0,
			},
		],
		pinData: { Start: itemsOf({ id: ada }, { id: ben }) },
		credentials: pylon.credentials,
	});
	expect(outputs.Pylon[0]).toHaveLength(2);
	expect(pylon.sim.requests).toHaveLength(2);
});
