import type { SimulatedPylon } from '../../sandbox/pylon';

/**
 * @param sim the simulated Pylon that received them
 * @param issueId of the issue they were written to
 * @returns HTML of its private notes, in the order in which they were written
 */
export const notesIn = (sim: SimulatedPylon, issueId: string): string[] =>
	sim.requests
		.filter(({ path, method }) => method === 'POST' && path === `/issues/${issueId}/note`)
		.map(({ body }) => (body as { body_html: string }).body_html);

/**
 * @param html of a note
 * @returns addresses of its buttons, by their texts
 */
export const linksIn = (html: string): Record<string, string> =>
	Object.fromEntries(
		[...html.matchAll(/<a href="([^"]*)"><b>([^<]*)<\/b><\/a>/g)].map(([, href, label]) => [
			label,
			href.replaceAll('&amp;', '&'),
		]),
	);
