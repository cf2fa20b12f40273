import { megabytes } from '../../support/secretSearch';
import { type AttackedN8n, expectNoSecrets } from '../support/attackedN8n';
import { record } from '../support/figures';

/**
 * Tests that tokens, signing secret and password stand in nothing that the tests before it have left behind.
 *
 * @param n8n what is attacked; there from the first test on
 */
export function secrets(n8n: () => AttackedN8n): void {
	test('tokens, signing secret and password stand in no log, file or row of the database', async () => {
		const { log, dump, folder } = await expectNoSecrets(n8n());
		record(
			'Secrets after each of these tests, and after all',
			`tokens, signing secret and password: nowhere in ${megabytes(log)} MB of log (level debug), ${megabytes(dump)} MB of the database's rows (credentials are encrypted there), and ${megabytes(folder)} MB of files of the user folder, the raw database among them`,
		);
	});
}
