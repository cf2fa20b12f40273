import type { SimulatedPylon } from '../../sandbox/pylon';

/**
 * Creates an issue as another client of the API does.
 *
 * @param pylon the simulated Pylon
 * @param title the issue's title
 * @returns the issue's ID
 */
export async function createIssue(pylon: SimulatedPylon, title: string): Promise<string> {
	const [contact] = pylon.state.contacts.values();
	const response = await fetch(`${pylon.url}/issues`, {
		method: 'POST',
		headers: { authorization: `Bearer ${pylon.tokens.us}`, 'content-type': 'application/json' },
		body: JSON.stringify({ title, body_html: '<p>Made by a test</p>', requester_id: contact.id }),
	});
	return ((await response.json()) as { data: { id: string } }).data.id;
}
