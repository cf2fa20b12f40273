import type { INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const messagesWith = (attachmentUrls: string): INodeParameters => ({
	messages: { message: [{ message: 'Old', attachmentUrls }] },
});
const GONE = 'https://gone.invalid/b.png';

test.each([
	['an issue', { operation: 'importIssue', title: 'Old', state: 'closed' }],
	['messages', { operation: 'importMessages', issueId: byId(seedIds.issues.first) }],
])('%s: files that Pylon could not take over are named in the item', async (_, parameters) => {
	const run = async (urls: string) =>
		await runPylon(pylon.credentials, { resource: 'import', ...parameters, ...messagesWith(urls) });
	const { items, error } = await run(`https://files.example.com/a.png, ${GONE}`);
	expect(error).toBeUndefined();
	expect(items[0].json.skipped_attachments).toEqual([GONE]);
	expect([...pylon.sim.state.messages.values()].at(-1)?.file_urls).toEqual([
		'https://files.example.com/a.png',
	]);
	expect((await run('https://files.example.com/a.png')).items[0].json).not.toHaveProperty(
		'skipped_attachments',
	);
});
