import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { searchList } from '../../../support/loadOptions';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runIssue, say, silence } from './support/conversations';

const { initech } = seedIds.issues;
const { dmitri } = seedIds.contacts;

/**
 * A whole node on messages that were squares, or grew without end, in a reader that is less careful: 100 kB of `<` took
 * minutes, lists in lists made gigabytes. jest's time limit, the only clock here, is far above what they take.
 */
describe('messages that somebody wrote to keep n8n busy', () => {
	const pylon = withPylon();
	const shapes: Array<[string, string]> = [
		['signs that are no tags', `${'<'.repeat(400_000)}>`],
		['an address that is a tag', `${'<a'.repeat(200_000)}@b>`],
		['quotes that close one another', '<p title="<pre>\n="'.repeat(22_000)],
		['lists in lists', '<ul>'.repeat(45_000) + '<li>x'.repeat(45_000)],
		['quotes in lists in tables', '<table><tr><td><ul><li><blockquote>x'.repeat(11_000)],
	];
	const run = async (parameters: INodeParameters) => await runIssue(pylon, parameters);

	test.each(shapes)('Get Context: 12 of %s', async (_, html) => {
		silence(pylon.sim, initech);
		for (let minute = 0; minute < 12; minute++)
			say(pylon.sim, initech, minute, { author: { contact_id: dmitri }, message_html: html });
		const { items, error } = await run({ operation: 'getContext', issueId: byId(initech) });
		expect(error).toBeUndefined();
		expect((items[0].json.conversation as string).length).toBeLessThanOrEqual(20_000);
		expect(JSON.stringify(items[0].json).length).toBeLessThan(100_000);
	});

	test.each(shapes)('Find Similar: %s', async (_, html) => {
		for (const issue of [...pylon.sim.state.issues.values()])
			pylon.sim.state.issues.set(issue.id, { ...issue, body_html: html });
		const { items, error } = await run({ operation: 'findSimilar', issueId: byId(initech) });
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
	});

	test.each(shapes)('a picker of messages: 12 of %s', async (_, html) => {
		silence(pylon.sim, initech);
		for (let minute = 0; minute < 12; minute++)
			say(pylon.sim, initech, minute, { author: { contact_id: dmitri }, message_html: html });
		const { results } = await searchList(new Pylon(), 'searchMessages', pylon.credentials, {
			parameters: { issueId: byId(initech) },
		});
		expect(results).toHaveLength(12);
		for (const { name } of results) expect(name.length).toBeLessThan(120);
	});
});
