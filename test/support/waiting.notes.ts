import type { SimulatedPylon } from '../../sandbox/pylon';

/** The private notes of an issue, in the order in which they were written. */
export const notesIn = (sim: SimulatedPylon, issueId: string): string[] =>
	sim.requests
		.filter(({ path, method }) => method === 'POST' && path === `/issues/${issueId}/note`)
		.map(({ body }) => (body as { body_html: string }).body_html);

/** The addresses behind the links of a note, by their texts. */
export const linksIn = (html: string): Record<string, string> =>
	Object.fromEntries(
		[...html.matchAll(/<a href="([^"]*)"><b>([^<]*)<\/b><\/a>/g)].map(([, href, label]) => [
			label,
			href.replaceAll('&amp;', '&'),
		]),
	);
