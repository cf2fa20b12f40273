import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SHOWN = join(__dirname, '..', '..', '..', 'docs', 'images');
const TAKEN = join(__dirname, '..', 'screenshots');

/**
 * Takes a picture that the documentation shows. The one in `docs/images` is replaced only with UPDATE_PICTURES set, since
 * pictures differ by a few points from run to run; else it goes to `test/e2e/screenshots`.
 *
 * @param page what is on it now
 * @param name of the file, without its ending
 * @param clip the part of the page, in points; default all of it
 */
export async function takePicture(
	page: Page,
	name: string,
	clip?: { x: number; y: number; width: number; height: number },
): Promise<void> {
	const file = `${name}.png`;
	const isNew = process.env.UPDATE_PICTURES !== undefined || !existsSync(join(SHOWN, file));
	const folder = isNew ? SHOWN : TAKEN;
	await mkdir(folder, { recursive: true });
	await page.screenshot({ path: join(folder, file), animations: 'disabled', clip });
}
