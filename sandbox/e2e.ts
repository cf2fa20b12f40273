import { ensureChromium } from './n8n/chromium';
import { ensureN8n } from './n8n/install';
import { runTests } from './n8n/runTests';
import { say } from './n8n/session';

/** Writes the pictures of the documents to docs/images, instead of only trying whether they can be taken. */
const PICTURES = '--pictures';

/**
 * `npm run test:e2e`: installs what the end-to-end tests need (n8n, Chromium), packs the package once for all of them,
 * and runs them with jest. Arguments go to jest, but for `--pictures` (npm run docs:pictures).
 */
const args = process.argv.slice(2);

runTests(
	'e2e',
	args.filter((arg) => arg !== PICTURES),
	async () => {
		const [chromium] = await Promise.all([ensureChromium(say), ensureN8n(say)]);
		return {
			CHROMIUM_PATH: chromium,
			...(args.includes(PICTURES) ? { UPDATE_PICTURES: '1' } : {}),
		};
	},
);
