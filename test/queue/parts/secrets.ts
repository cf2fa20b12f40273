import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { record } from '../support/figures';
import { filesIn, megabytes, SecretSearch } from '../../support/secretSearch';

/**
 * Tests that token and signing secret stand in nothing that the tests before it have left behind.
 *
 * @param cluster what they run in; there from the first test on
 */
export function secrets(cluster: () => Cluster): void {
	test('token and signing secret stand in no log, dump, file of Redis or user folder', async () => {
		const { folder, members, postgres, pylon, redis } = cluster();
		const search = new SecretSearch([pylon.tokens.us, WEBHOOK_SECRET]);
		const hits: string[] = [];
		for (const { logFile } of members) if (await search.isInFile(logFile)) hits.push(logFile);
		const logs = search.looked;
		for (const where of [redis.folder, ...members.map(({ userFolder }) => userFolder)])
			for await (const file of filesIn(where))
				if (await search.isInFile(file)) hits.push(file.slice(folder.length));
		const dump = await postgres.dump();
		if (search.isIn(dump)) hits.push('the database');
		expect(hits).toEqual([]);
		// The places hold what was done, so that they would hold a secret too.
		expect(dump).toContain('Simulated Pylon');
		expect(members[0].log).toContain('debug');
		record(
			'Secrets after all of these tests',
			`token and signing secret: nowhere in ${megabytes(logs)} MB of logs (level debug), ${megabytes(dump.length)} MB of the database's dump, the files of Redis and the user folders`,
		);
	});
}
