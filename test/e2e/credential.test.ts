import { useEditor } from './support/browser';
import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

/** Puts a token into the credential, saves it, and waits until the test that follows has ended. */
async function saveToken(token: string): Promise<void> {
	const { page } = editor();
	await page.getByTestId('parameter-input-apiToken').locator('input').fill(token);
	// Opening the credential tests what is stored: only a test that begins from here on is about this token.
	const test = page.waitForRequest((request) => request.url().endsWith('/rest/credentials/test'));
	await page.getByTestId('credential-save-button').click();
	await (await test).response();
}

async function refusal(): Promise<string> {
	const { page } = editor();
	const dialog = page.getByTestId('editCredential-modal');
	await dialog.getByText('Couldn’t connect with these settings').waitFor();
	await dialog.getByText('More details').click();
	return await dialog.innerText();
}

beforeEach(async () => {
	const { page, open } = editor();
	await open('/home/credentials');
	await page.getByTestId('resources-list-item').filter({ hasText: sandbox().credential.name }).click();
	await page.getByTestId('editCredential-modal').waitFor();
});

test('a good token is accepted', async () => {
	const { page, screenshot } = editor();
	await saveToken(sandbox().pylon.tokens.us);
	await page.getByTestId('credentials-config-container-test-success').filter({ visible: true }).waitFor();
	await screenshot('credential-accepted');
	await expect(page.getByText('Connection tested successfully').isVisible()).resolves.toBe(true);
});

test('an unknown token is refused with the place where tokens are made', async () => {
	await saveToken('no-such-token');
	const text = await refusal();
	await editor().screenshot('credential-unknown-token');
	expect(text).toContain('Pylon does not know this API token');
	expect(text).toContain('Settings > API Tokens');
});

test('a token of the other region is refused with the advice to switch the region', async () => {
	await saveToken(sandbox().pylon.tokens.eu);
	const text = await refusal();
	await editor().screenshot('credential-other-region');
	expect(text).toContain('This API token belongs to the other Pylon region');
	expect(text).toContain("Switch 'Region' of the credential");
});
