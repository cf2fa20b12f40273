import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page, selectors } from 'playwright-core';
import { ensureChromium } from '../../../sandbox/n8n/chromium';
import type { Sandbox } from '../../../sandbox/n8n/sandbox';
import { takePicture } from './pictures';

const SCREENSHOTS = join(__dirname, '..', 'screenshots');

/** Above what a picture begins with, in pixels. */
const MARGIN = 8;

const ARGUMENTS = [
	'--no-sandbox', // as root Chromium does not start with it
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The editor asks the npm registry about community packages: here nothing but loopback can be reached. */
const resolverRules = (hosts: string[]): string =>
	[...hosts.map((host) => `MAP ${host} 127.0.0.1`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(
		' , ',
	);

// n8n's editor marks its elements with it.
selectors.setTestIdAttribute('data-test-id');

/** A signed-in editor in a browser of its own. */
export interface Editor {
	page: Page;
	/** Opens a path of the editor, for example `/workflow/new`. */
	open(path: string): Promise<void>;
	/** Saves what is on the screen to `test/e2e/screenshots/<name>.png`. */
	screenshot(name: string): Promise<void>;
	/**
	 * Takes a picture for a document, as `takePicture` does.
	 *
	 * @param name of its file, without the ending
	 * @param of what it shows
	 * @param cut how many pixels high it is at most, and what it begins with
	 */
	picture(name: string, of: Locator, cut?: { height?: number; from?: Locator }): Promise<void>;
	close(): Promise<void>;
}

/**
 * Starts a Chromium without a window, which reaches loopback only.
 *
 * @param hosts names that lead to this machine, too, as those of a page that has rebound its name do
 * @returns the browser; whoever opens it closes it
 */
export async function openBrowser(hosts: string[] = []): Promise<Browser> {
	return await chromium.launch({
		executablePath: await ensureChromium(() => undefined),
		args: [...ARGUMENTS, `--host-resolver-rules=${resolverRules(hosts)}`],
	});
}

/**
 * Opens the editor of a sandbox in Chromium and signs in as its owner, through the sign-in page.
 *
 * @param sandbox whose editor it is
 * @param hosts as for `openBrowser`
 * @returns the editor; whoever opens it closes it
 */
export async function openEditor(
	{ n8n, owner }: Pick<Sandbox, 'n8n' | 'owner'>,
	hosts: string[] = [],
): Promise<Editor> {
	const browser = await openBrowser(hosts);
	try {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			reducedMotion: 'reduce',
		});
		const page = await context.newPage();
		page.setDefaultTimeout(60_000);
		await page.goto(`${n8n.url}/signin`);
		await page.locator('input[type=email]').fill(owner.email);
		await page.locator('input[type=password]').fill(owner.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL('**/home/**');
		await editHere(page);
		return editorOf(browser, page, n8n.url);
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/**
 * Lets the page take over a workflow that n8n thinks is being edited in another tab, as a user would, whenever that is in
 * the way of a click. A page that was left tells n8n so on its way out, and n8n may not hear it: then what it shows over
 * the middle of the canvas stays there.
 */
async function editHere(page: Page): Promise<void> {
	const takeOver = page.getByRole('button', { name: 'Edit here', exact: true });
	await page.addLocatorHandler(takeOver, async () => await takeOver.click());
}

/** Closes what n8n lays over the things that a picture is about: its checklist, and what it has to say at the moment. */
async function dismiss(page: Page): Promise<void> {
	const checklist = page.getByTestId('suggested-actions-close');
	if (await checklist.isVisible()) await checklist.click();
	for (const notification of await page.locator('.el-notification__closeBtn').all())
		await notification.click();
}

function editorOf(browser: Browser, page: Page, url: string): Editor {
	return {
		page,
		async open(path) {
			await page.goto(`${url}${path}`);
		},
		async screenshot(name) {
			await mkdir(SCREENSHOTS, { recursive: true });
			await dismiss(page);
			await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
		},
		async picture(name, of, { height = Infinity, from = of } = {}) {
			await dismiss(page);
			const [box, first] = [await of.boundingBox(), await from.boundingBox()];
			if (!box || !first) throw new Error(`nothing to see for the picture ${name}`);
			const y = from === of ? box.y : first.y - MARGIN;
			await takePicture(page, name, {
				...box,
				y,
				height: Math.min(box.y + box.height - y, height),
			});
		},
		close: () => browser.close(),
	};
}

/**
 * Opens one editor for the tests of the calling file, after the sandbox was started, and closes it after them.
 *
 * @param sandbox there from the first test on
 * @returns a function that gives the editor, to be called inside tests
 */
export function useEditor(sandbox: () => Sandbox): () => Editor {
	let editor: Editor | undefined;
	beforeAll(async () => {
		editor = await openEditor(sandbox());
	});
	afterAll(() => editor?.close());
	return () => {
		if (!editor) throw new Error('the editor is not open yet');
		return editor;
	};
}
