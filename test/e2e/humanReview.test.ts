import { seedIds } from '../../sandbox/pylon';
import { answer, askIn, outputOf } from './support/approval';
import { useEditor } from './support/browser';
import { type ScriptedModel, startScriptedModel } from './support/scriptedModel';
import { reviewedAgent } from './support/review';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);
const { initech, initechDuplicate } = seedIds.accounts;

/** n8n looks once a minute whether a limit is over. */
const TWO_LOOKS_MS = 150_000;

const toolTexts = ({ requests }: ScriptedModel): string[] =>
	(requests.at(-1)?.messages ?? [])
		.filter(({ role }) => role === 'tool')
		.map(({ content }) => String(content));

const merges = () =>
	sandbox().pylon.requests.filter(
		({ method, path }) => method === 'POST' && path === '/accounts/merge',
	);

let model: ScriptedModel;

beforeAll(async () => {
	// Whatever it is told, it wants to merge once, and reports then.
	model = await startScriptedModel(({ messages }) =>
		messages.some(({ role }) => role === 'tool')
			? { text: 'Reported.' }
			: {
					calls: [
						{
							tool: 'Merge_accounts',
							arguments: { toolParameters: { duplicate: initechDuplicate }, hitlParameters: {} },
						},
					],
				},
	);
});
afterAll(() => model.close());

beforeEach(() => sandbox().pylon.resetLog());

test('declined, the tool does not run, and the model is told', async () => {
	const workflow = await reviewedAgent(sandbox(), 'Declined review', model.url);
	const waiting = await askIn(sandbox(), workflow);
	await answer(waiting.links.Decline, { answer: 'decline', reason: 'Not the same company' });
	const { status, items } = await outputOf(sandbox(), waiting, 'Agent');
	expect({ status, items }).toEqual({ status: 'success', items: [{ output: 'Reported.' }] });
	expect(merges()).toEqual([]);
	expect(sandbox().pylon.state.accounts.has(initechDuplicate)).toBe(true);
	expect(toolTexts(model)).toEqual([expect.stringContaining('Declined: Not the same company')]);
});

test(
	'a review that nobody answers in time is a refusal, whatever was approved before',
	async () => {
		const workflow = await reviewedAgent(sandbox(), 'Timed-out review', model.url, {
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' },
				},
				onTimeout: 'fail',
			},
		});
		const waiting = await askIn(sandbox(), workflow);
		const { status } = await outputOf(sandbox(), waiting, 'Agent', TWO_LOOKS_MS);
		expect(status).toBe('success');
		expect(merges()).toEqual([]);
		expect(toolTexts(model)).toEqual([expect.stringContaining('rejected the tool call')]);
	},
	TWO_LOOKS_MS + 60_000,
);

test('approved in the browser, the tool runs exactly once, with the values that were shown', async () => {
	const workflow = await reviewedAgent(sandbox(), 'Approved review', model.url);
	const waiting = await askIn(sandbox(), workflow);
	expect(waiting.note).toContain('<b>Tool:</b> Merge_accounts');
	expect(waiting.note).toContain(`<b>duplicate:</b> ${initechDuplicate}`);
	expect(waiting.note).not.toContain('[object Object]');
	expect(merges()).toEqual([]);

	const { page, screenshot } = editor();
	await page.goto(waiting.links.Approve);
	await page.getByText(initechDuplicate).waitFor();
	await screenshot('human-review');
	await page.getByRole('button', { name: 'Approve' }).click();
	await page.getByRole('heading', { name: 'Approved' }).waitFor();

	const { status, items } = await outputOf(sandbox(), waiting, 'Agent');
	expect({ status, items }).toEqual({ status: 'success', items: [{ output: 'Reported.' }] });
	expect(merges()).toHaveLength(1);
	expect(sandbox().pylon.state.accounts.has(initechDuplicate)).toBe(false);
	expect(toolTexts(model)).toEqual([expect.stringContaining(initech)]);
});
