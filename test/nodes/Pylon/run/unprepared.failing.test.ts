import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { runWorkflow } from '../../../support/engine';
import { passThrough } from '../../../support/fixtureNodes';
import { withPylon } from '../../../support/pylon';
import { getContact, itemsOf, listContacts, pylonNode } from '../../shared/client/support/run';

/*
 * An item whose expression n8n cannot evaluate never comes to the node, so n8n makes its error item. What holds for it stands
 * in docs/errors.md ("An expression that n8n cannot evaluate"); these tests fail when n8n changes it.
 */
const pylon = withPylon();
const start = passThrough();
const { ada, ben } = seedIds.contacts;

const orThrow = (field: string) => `={{ $json.bad ? $('Nowhere').item.json.x : $json.${field} }}`;

async function run(parameters: INodeParameters, inputs: IDataObject[], onError: INode['onError']) {
	const { outputs, error } = await runWorkflow({
		nodes: [
			{ name: 'Start', type: start },
			{ name: 'Pylon', type: pylonNode, parameters, onError },
		],
		pinData: { Start: itemsOf(...inputs) },
		credentials: pylon.credentials,
	});
	expect(error).toBeUndefined();
	return outputs.Pylon.map((items) =>
		items.map(({ json, pairedItem }) => ({ json, pairedItem: linkOf(pairedItem) })),
	);
}

/** The place of the input item that an item is linked to. */
const linkOf = (pairedItem: unknown): number | undefined =>
	typeof pairedItem === 'object' && pairedItem !== null
		? (pairedItem as { item: number }).item
		: undefined;

const REFERENCED = expect.stringContaining("Referenced node doesn't exist") as string;

const people = [{ id: ada }, { bad: true }, { id: ben }];

test('one result for each item: all are linked, and the error is the text of n8n', async () => {
	const [items] = await run(getContact(orThrow('id')), people, 'continueRegularOutput');
	expect(items).toEqual([
		{ json: expect.objectContaining({ id: ada }), pairedItem: 0 },
		{ json: { error: REFERENCED }, pairedItem: 1 },
		{ json: expect.objectContaining({ id: ben }), pairedItem: 2 },
	]);
});

test('in the error output it has neither the fields of its input nor a link; the others have theirs', async () => {
	const [good, bad] = await run(getContact(orThrow('id')), people, 'continueErrorOutput');
	expect(good.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[ada, 0],
		[ben, 2],
	]);
	expect(bad).toEqual([{ json: { error: REFERENCED }, pairedItem: undefined }]);
});

const lists = listContacts({ returnAll: false, limit: orThrow('limit') });

test('more results than items: it has no link, the others keep theirs', async () => {
	const [items] = await run(
		lists,
		[{ limit: 2 }, { bad: true }, { limit: 1 }],
		'continueRegularOutput',
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, undefined, 2]);
});

test('as many results as items by chance: n8n links it by its place', async () => {
	pylon.sim.faults.add({
		kind: 'status',
		status: 200,
		body: { data: null, request_id: 'r' },
		nth: [2],
	});
	const [items] = await run(
		{ ...lists, requestOptions: { concurrency: 1 } },
		[{ limit: 2 }, { bad: true }, { limit: 1 }],
		'continueRegularOutput',
	);
	expect(items.map(({ json, pairedItem }) => ['error' in json, pairedItem])).toEqual([
		[false, 0],
		[false, 0],
		[true, 2],
	]);
});
