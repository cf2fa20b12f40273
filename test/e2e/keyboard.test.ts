import type { Page } from 'playwright-core';
import { useEditor } from './support/browser';
import { openNode } from './support/node';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

/** More stops than a form has. */
const MOST_TABS = 80;

/** Presses Tab until what has the focus is within an element of n8n's editor. */
async function tabTo(page: Page, testId: string, key = 'Tab'): Promise<void> {
	for (let index = 0; index < MOST_TABS; index++) {
		await page.keyboard.press(key);
		const focused = page.locator(`[data-test-id="${testId}"]:focus-within`);
		if ((await focused.count()) > 0) return;
	}
	throw new Error(`${testId} cannot be reached by ${key}`);
}

test('Contact: Update without a mouse: the contact, a field, and run', async () => {
	const page = await openNode(sandbox(), editor(), 'By keyboard', {
		resource: 'contact',
		operation: 'update',
	});
	const { screenshot } = editor();
	// Who uses no mouse has no pointer over the list: n8n would count the entries from the one below it.
	await page.mouse.move(0, 0);
	// The list opens with the focus, and takes all keys until something is chosen.
	await tabTo(page, 'rlc-search');
	await page.getByTestId('rlc-item').first().waitFor();
	await page.keyboard.insertText('carla');
	await page.getByTestId('rlc-item').filter({ hasText: 'Carla' }).waitFor();
	await page.getByTestId('rlc-item').nth(1).waitFor({ state: 'hidden' });
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.getByTestId('rlc-search').waitFor({ state: 'hidden' });

	await tabTo(page, 'collection-parameter-add');
	await page.keyboard.press('Enter');
	await page.getByRole('option', { name: 'Name', exact: true }).waitFor();
	// As one input: after each letter the list forgets which entry is marked, maybe only once an arrow key has marked one.
	await page.keyboard.insertText('Name');
	await page.getByRole('option').nth(1).waitFor({ state: 'hidden' });
	await page.keyboard.press('ArrowDown');
	await screenshot('keyboard-field');
	await page.keyboard.press('Enter');
	await page.getByTestId('parameter-input-name').waitFor();
	await tabTo(page, 'parameter-input-name', 'Shift+Tab');
	// As one input: of single letters n8n keeps the last ones only after a pause.
	await page.keyboard.insertText('Carla Rossi-Klein');
	await screenshot('keyboard-filled');

	// On the way back, the list would open again and keep the focus: the button on the output's side is ahead.
	await tabTo(page, 'ndv-data-container');
	await page.keyboard.press('Enter');
	await page.getByText('Node executed successfully').waitFor();
	await screenshot('keyboard-executed');
	expect([...sandbox().pylon.state.contacts.values()].map(({ name }) => name)).toContain(
		'Carla Rossi-Klein',
	);
});
