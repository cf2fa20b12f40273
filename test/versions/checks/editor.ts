import assert from 'node:assert/strict';
import { seedIds } from '../../../sandbox/pylon';
import type { Check, N8nUnderTest } from '../check';
import { customFieldsOfContact, listOfContacts, optionsOf } from '../support/editor';

/** The same n8n with a credential of another token. */
async function withToken(n8n: N8nUnderTest, apiToken: string): Promise<N8nUnderTest> {
	const { name, type, data } = n8n.credential;
	const credential = { name: `${name} with ${apiToken}`, type, data: { ...data, apiToken } };
	return { ...n8n, credential: { ...credential, id: await n8n.api.createCredential(credential) } };
}

export const editor: Check[] = [
	{
		id: 'g1',
		title: 'From List shows records and searches them',
		async run(n8n) {
			const all = await listOfContacts(n8n);
			assert.ok(all.results.length > 3, `${all.results.length} results`);
			const found = await listOfContacts(n8n, 'carla');
			assert.deepEqual(
				found.results.map(({ value }) => value),
				[seedIds.contacts.carla],
			);
		},
	},
	{
		id: 'g2',
		title: 'Dropdowns show the values from Pylon',
		async run(n8n) {
			const options = await optionsOf(n8n, 'getTeams', { resource: 'issue', operation: 'create' });
			assert.ok(
				options.some(({ value }) => value === seedIds.teams.support),
				JSON.stringify(options),
			);
		},
	},
	{
		id: 'g3',
		title: 'The mapper shows the custom fields',
		async run(n8n) {
			const { fields } = await customFieldsOfContact(n8n);
			assert.ok(
				fields.some(({ id }) => id === 'job_title'),
				JSON.stringify(fields),
			);
		},
	},
	{
		id: 'g4',
		title: 'From List with a wrong token says that Pylon does not know the token',
		async run(n8n) {
			await assert.rejects(
				listOfContacts(await withToken(n8n, 'no-such-token')),
				/Pylon does not know this API token/,
			);
		},
	},
];
