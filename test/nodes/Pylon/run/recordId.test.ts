import type { INode, NodeParameterValueType } from 'n8n-workflow';

import { displayNameOf, toId } from '../../../../nodes/Pylon/run/recordId';
import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();
const node: INode = { id: '1', name: 'Pylon', type: 'pylon', typeVersion: 1, position: [0, 0], parameters: {} };

test.each([
	['contactId', 'Contact'],
	['accountHighlightId', 'Account Highlight'],
	['knowledgeBaseArticleId', 'Knowledge Base Article'],
	['slug', 'Slug'],
])('the display name of %s is %s', (name, displayName) => {
	expect(displayNameOf(name)).toBe(displayName);
});

test.each([
	['abc', 'abc'],
	['  abc\n', 'abc'],
	[0, '0'],
	[1042, '1042'],
	['a b', 'a b'],
])('%j is the ID %s', (value, id) => {
	expect(toId(value, 'Contact', node, 0)).toBe(id);
});

test.each([
	['', "'Contact' is empty"],
	['  \n', "'Contact' is empty"],
	[undefined, "'Contact' is empty"],
	[null, "'Contact' is empty"],
	[['a', 'b'], "'Contact' has to be a single ID"],
	[{ id: 'a' }, "'Contact' has to be a single ID"],
	[true, "'Contact' has to be a single ID"],
	[Number.NaN, "'Contact' has to be a single ID"],
	['.', "'Contact' cannot be '.'"],
	[' .. ', "'Contact' cannot be '..'"],
])('%j is no ID', (value, message) => {
	expect(() => toId(value, 'Contact', node, 3)).toThrow(
		expect.objectContaining({ message, context: expect.objectContaining({ itemIndex: 3 }) }),
	);
});

describe('on the way to Pylon', () => {
	test.each([
		['a/b', '/contacts/a%2Fb'],
		['a?b=c#d', '/contacts/a%3Fb%3Dc%23d'],
		['50%', '/contacts/50%25'],
		['Zoë ✓', '/contacts/Zo%C3%AB%20%E2%9C%93'],
		['../accounts', '/contacts/..%2Faccounts'],
		['{issueId}', '/contacts/%7BissueId%7D'],
	])('%s is percent-encoded', async (id, path) => {
		const { items } = await runPylon(pylon.credentials, getContact(), [{ id }], { onError: 'continueRegularOutput' });
		expect(pylon.sim.requests.map((request) => request.path)).toEqual([path]);
		expect(errorOf(items[0])?.message).toBe(`Pylon has no record '${id}' for 'Contact': Contact not found!`);
	});

	test.each<NodeParameterValueType>([
		seedIds.contacts.ada,
		{ __rl: true, mode: 'id', value: seedIds.contacts.ada },
		{ __rl: true, mode: 'externalId', value: ` ${seedIds.contacts.ada} ` },
	])('a picker, or what an expression puts in its place: %j', async (contactId) => {
		const { items, error } = await runPylon(pylon.credentials, { ...getContact(), contactId });
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { id: seedIds.contacts.ada } }]);
	});

	test('an empty ID ends the run before anything is sent', async () => {
		const { items, error } = await runPylon(pylon.credentials, getContact(), [{ id: seedIds.contacts.ada }, { id: '' }]);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: "'Contact' is empty",
			description:
				"Fill in 'Contact'. If it holds an expression, check that the incoming item has the field that the expression reads.",
			context: { itemIndex: 1 },
		});
		expect(pylon.sim.requests).toEqual([]);
	});
});
