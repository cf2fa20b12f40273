import type { SimulatedPylon } from '../../../sandbox/pylon';

/**
 * Asks the simulated Pylon as somebody else who works with it.
 *
 * @param pylon the simulated Pylon
 * @param method of HTTP
 * @param path with its slash
 * @param body sent as JSON
 * @returns the record that it answers with
 * @throws Error with the status when it refuses
 */
export async function askPylon(
	{ url, tokens }: SimulatedPylon,
	method: string,
	path: string,
	body: object,
): Promise<{ id: string }> {
	const response = await fetch(`${url}${path}`, {
		method,
		headers: { authorization: `Bearer ${tokens.us}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`The simulated Pylon answered ${response.status}`);
	return ((await response.json()) as { data: { id: string } }).data;
}
