import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Editor, openEditor } from '../support/browser';
import { exampleNames, readExample } from '../support/examplePage';
import type { Examples } from '../support/examples';

const PICTURES = join(__dirname, '..', '..', '..', 'docs', 'images', 'examples');
const TAKEN = join(__dirname, '..', 'screenshots');
const LARGEST = 150_000;

/** Leaves nothing but the workflow itself on the screen, and waits until its icons are drawn. */
async function canvasAlone(page: Page): Promise<void> {
	await page.locator('.vue-flow').evaluate(async (canvas) => {
		for (let part = canvas; part.parentElement; part = part.parentElement) {
			for (const other of part.parentElement.children)
				if (other !== part) other.setAttribute('style', 'visibility: hidden');
		}
		for (const panel of canvas.querySelectorAll('.vue-flow__panel'))
			panel.setAttribute('style', 'visibility: hidden');
		await Promise.all([...canvas.querySelectorAll('img')].map((icon) => icon.decode()));
	});
}

/** A canvas of the shape of the workflow. */
async function shapeFor(page: Page, name: string): Promise<void> {
	const places = readExample(name).nodes.map(({ position, parameters }) => ({
		right: position[0] + Number(parameters.width ?? 120),
		bottom: position[1] + Number(parameters.height ?? 140),
		left: position[0],
		top: position[1],
	}));
	const width =
		Math.max(...places.map((place) => place.right)) -
		Math.min(...places.map((place) => place.left));
	const height =
		Math.max(...places.map((place) => place.bottom)) -
		Math.min(...places.map((place) => place.top));
	const shown = Math.min(1400, Math.max(900, width));
	await page.setViewportSize({
		width: Math.round(shown + 80),
		height: Math.round(Math.min(900, (shown * height) / width) + 200),
	});
}

/**
 * Tests that the editor shows every example without a problem, and takes its picture.
 *
 * @param examples what they run in; there from the first test on
 */
export function pictures(examples: () => Examples): void {
	let editor: Editor;
	beforeAll(async () => {
		editor = await openEditor(examples());
		await mkdir(PICTURES, { recursive: true });
		await mkdir(TAKEN, { recursive: true });
	});
	afterAll(() => editor.close());

	test.each(exampleNames)('%s is shown without a problem', async (name) => {
		const { page, open } = editor;
		const types = readExample(name).nodes.flatMap((node) => Object.keys(node.credentials ?? {}));
		const credentials = [...new Set(types)]
			.filter((type) => type !== 'pylonApi')
			.map((type) => ({ name: type, type, data: {} }));
		const workflow = await examples().add(name, { credentials });
		await shapeFor(page, name);
		await open(`/workflow/${workflow.id}`);
		await page
			.getByTestId('canvas-node')
			.nth(workflow.nodes.length - 2)
			.waitFor();
		await page.keyboard.press('1');
		await page.waitForLoadState('networkidle');
		await canvasAlone(page);
		await expect(page.getByTestId('node-issues').count()).resolves.toBe(0);
		const taken = join(TAKEN, `example-${name}.png`);
		await page.locator('.vue-flow').screenshot({ path: taken, animations: 'disabled' });
		expect(statSync(taken).size).toBeLessThan(LARGEST);
		const shown = join(PICTURES, `${name}.png`);
		// Pictures differ by a few points from run to run, so they are replaced only on demand.
		if (process.env.UPDATE_PICTURES || !existsSync(shown)) await copyFile(taken, shown);
	});
}
