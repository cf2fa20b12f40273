import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import type { Cluster } from '../../../sandbox/queue/cluster';
import { record } from '../support/figures';

/** Everything that is written in a folder, but for links. */
async function* filesIn(folder: string): AsyncGenerator<string> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* filesIn(path);
		else if (entry.isFile()) yield path;
	}
}

export function secrets(cluster: () => Cluster): void {
	test('token and signing secret stand in no log, dump, file of Redis or user folder', async () => {
		const { folder, members, postgres, pylon, redis } = cluster();
		const secretsOf = [pylon.tokens.us, WEBHOOK_SECRET];
		const spellings = secretsOf.flatMap((secret) => [
			secret,
			Buffer.from(secret).toString('base64').replace(/=+$/, ''),
		]);
		const files: string[] = [];
		for (const where of [redis.folder, ...members.map(({ userFolder }) => userFolder)])
			for await (const file of filesIn(where)) files.push(file);
		files.push(...members.map(({ logFile }) => logFile));
		const hits: string[] = [];
		const bytes = { logs: 0, dump: 0 };
		for (const file of files) {
			const text = await readFile(file, 'latin1');
			if (file.endsWith('.log')) bytes.logs += text.length;
			if (spellings.some((one) => text.includes(one))) hits.push(file.slice(folder.length));
		}
		const dump = await postgres.dump();
		bytes.dump = dump.length;
		if (spellings.some((one) => dump.includes(one))) hits.push('the database');
		expect(hits).toEqual([]);
		// The places hold what was done, so that they would hold a secret too.
		expect(dump).toContain('Simulated Pylon');
		expect(members[0].log).toContain('debug');
		const mb = (count: number) => (count / 2 ** 20).toFixed(1);
		record(
			'Secrets after all of these tests',
			`token and signing secret: nowhere in ${mb(bytes.logs)} MB of logs (level debug), ${mb(bytes.dump)} MB of the database's dump, the files of Redis and the user folders`,
		);
	});
}
