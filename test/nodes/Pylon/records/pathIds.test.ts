import type { NodeParameterValueType } from 'n8n-workflow';

import { displayNameOf } from '../../../../nodes/shared/client/pylonRequest';
import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();

test.each([
	['contactId', 'Contact'],
	['accountHighlightId', 'Account Highlight'],
	['knowledgeBaseArticleId', 'Knowledge Base Article'],
	['slug', 'Slug'],
])('the display name of %s is %s', (name, displayName) => {
	expect(displayNameOf(name)).toBe(displayName);
});

describe('on the way to Pylon', () => {
	test.each([
		['a/b', '/contacts/a%2Fb'],
		['a?b=c#d', '/contacts/a%3Fb%3Dc%23d'],
		['50%', '/contacts/50%25'],
		['Zoë ✓', '/contacts/Zo%C3%AB%20%E2%9C%93'],
		['a{issueId}', '/contacts/a%7BissueId%7D'],
	])('%s is percent-encoded', async (id, path) => {
		const { items } = await runPylon(pylon.credentials, getContact(), [{ id }], {
			onError: 'continueRegularOutput',
		});
		expect(pylon.sim.requests.map((request) => request.path)).toEqual([path]);
		expect(errorOf(items[0])?.message).toBe(
			`Pylon has no record '${id}' for 'Contact': Contact not found!`,
		);
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
		const { items, error } = await runPylon(pylon.credentials, getContact(), [
			{ id: seedIds.contacts.ada },
			{ id: '' },
		]);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: "'Contact' is empty [item 1]",
			description:
				"Fill in 'Contact'. If it uses an expression, check that the incoming item has the field that the expression reads.",
			context: { itemIndex: 1 },
		});
		expect(pylon.sim.requests).toEqual([]);
	});
});
