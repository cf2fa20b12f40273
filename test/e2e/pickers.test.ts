import type { Page } from 'playwright-core';
import type { FaultRule } from '../../sandbox/pylon/faults';
import { useEditor } from './support/browser';
import { execute, openNode } from './support/node';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

const open = async (name: string, parameters: Record<string, unknown>): Promise<Page> =>
	await openNode(sandbox(), editor(), name, parameters);

const chooseMode = async (page: Page, mode: string) => {
	await page.getByTestId('rlc-mode-selector').first().click();
	await page.getByTestId(`mode-${mode}`).click();
};

afterEach(() => sandbox().pylon.faults.clear());

// A busy endpoint is remembered, so that is the last.
test.each<[string, FaultRule, RegExp]>([
	[
		'a wrong token',
		{ kind: 'status', status: 401, body: { errors: ['no'], code: 'invalid_api_token' } },
		/^Pylon does not know this API token\. An admin can create a token in Pylon under Settings > Integrations & dev > API tokens\./,
	],
	[
		'status 503',
		{ kind: 'status', status: 503 },
		/^Pylon could not answer \(status 503\).*Try again/,
	],
	['a web page', { kind: 'html', status: 200 }, /returned a web page, but Pylon's API/],
	[
		'too many calls',
		{ kind: 'rate-limited', waitMs: 20_000 },
		/^Pylon is busy: too many calls this minute\. Open or refresh the list again in \d+ seconds, or choose the record By ID\.$/,
	],
])('%s: the list says so, and what to do', async (what, fault, sentence) => {
	const page = await open(`List: ${what}`, { resource: 'team', operation: 'get' });
	sandbox().pylon.faults.add({ ...fault, operationId: 'getTeams' });
	await page.getByTestId('rlc-input').click();
	const message = page.getByTestId('rlc-error-message');
	await message.waitFor();
	await editor().screenshot(`picker-${what.replaceAll(' ', '-')}`);
	expect(await message.innerText()).toMatch(sentence);
	expect(await message.innerText()).not.toMatch(/[-–—]/);
});

test('a slow Pylon: after a while the list says that there is another way', async () => {
	const page = await open('A slow list', { resource: 'user', operation: 'get' });
	sandbox().pylon.faults.add({ kind: 'delay', ms: 9000, operationId: 'getUsers' });
	await page.getByTestId('rlc-input').click();
	await page.getByText('You can enter the ID of the user instead').waitFor();
	await editor().screenshot('picker-slow');
	await page.getByTestId('rlc-item').first().waitFor();
});

test('what surely names no record is marked while it is typed, and what does is not', async () => {
	const page = await open('Marks', { resource: 'contact', operation: 'get' });
	await page.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').first().click();
	await chooseMode(page, 'email');
	const marks = page.getByTestId('parameter-issues');
	await marks.waitFor();
	await editor().screenshot('picker-mode-email');
	await page.getByTestId('rlc-input').fill('ada@example.com');
	await marks.waitFor({ state: 'hidden' });
	await chooseMode(page, 'externalId');
	await editor().screenshot('picker-mode-external-id');
});

test('a chosen issue opens in Pylon, and its address stays when the mode changes', async () => {
	const page = await open('Open in Pylon', { resource: 'issue', operation: 'get' });
	await page.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-item').nth(1).click();
	const link = page.getByTestId('rlc-open-resource-link');
	await link.waitFor();
	await editor().screenshot('picker-link');
	await chooseMode(page, 'url');
	expect(await page.getByTestId('rlc-input').inputValue()).toMatch(
		/^https:\/\/app\.usepylon\.com\/issues\?issueNumber=\d+$/,
	);
	await execute(page, '1 item');
	await chooseMode(page, 'number');
	await editor().screenshot('picker-mode-number');
});
