import { ensureChromium } from '../../sandbox/n8n/chromium';
import { ensureN8n } from '../../sandbox/n8n/install';
import { runTests } from '../../sandbox/n8n/runTests';
import { say } from '../../sandbox/n8n/session';

const USAGE = `Usage: npm run test:security -- [--short] [jest's arguments]
  --short     two minutes of a dripping server instead of ten, and fewer HTML bombs; writes nothing to docs/proof.md
  -t <part>   one part only, e.g. -t proxies
`;

const args = process.argv.slice(2);
if (args.includes('--help')) {
	process.stderr.write(USAGE);
	process.exit(2);
}

/** `npm run test:security`: attacks a whole n8n with the package as packed, from servers, proxies and pages on loopback. */
runTests('security', ['--silent=false', ...args.filter((arg) => arg !== '--short')], async () => {
	const [chromium] = await Promise.all([ensureChromium(say), ensureN8n(say)]);
	return {
		CHROMIUM_PATH: chromium,
		SECURITY_SIZE: args.includes('--short') ? 'short' : 'full',
	};
});
