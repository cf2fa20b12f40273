import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything that is written in a folder, but for links. */
export async function* filesIn(folder: string): AsyncGenerator<string> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* filesIn(path);
		else if (entry.isFile()) yield path;
	}
}

/** Looks for secrets, also for what HTTP's basic authentication makes of them. */
export class SecretSearch {
	private readonly spellings: string[];
	/** How much was looked at, in characters. */
	looked = 0;

	constructor(secrets: string[]) {
		this.spellings = secrets.flatMap((secret) => [
			secret,
			Buffer.from(secret).toString('base64').replace(/=+$/, ''),
		]);
	}

	isIn(text: string): boolean {
		this.looked += text.length;
		return this.spellings.some((one) => text.includes(one));
	}

	async isInFile(file: string): Promise<boolean> {
		return this.isIn(await readFile(file, 'latin1'));
	}
}

export const megabytes = (characters: number): string => (characters / 2 ** 20).toFixed(1);
