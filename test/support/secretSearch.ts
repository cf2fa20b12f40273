import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Walks through a folder.
 *
 * @param folder its path
 * @returns paths of everything that is written in it, links left out
 */
export async function* filesIn(folder: string): AsyncGenerator<string> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* filesIn(path);
		else if (entry.isFile()) yield path;
	}
}

/** What stays the same of a text's base64, with 0 to 2 bytes of something else in front of it. */
function base64Of(text: string, before: number): string {
	const encoded = Buffer.from('x'.repeat(before) + text).toString('base64');
	const end = encoded.length - (encoded.endsWith('=') ? 4 : 0);
	return encoded.slice(before === 0 ? 0 : 4, end);
}

/** Looks for secrets in texts: as they are, and in base64 and hexadecimal. */
export class SecretSearch {
	private readonly spellings: string[];
	/** How much was looked at, in characters. */
	looked = 0;

	/** @param secrets each of 12 characters at least: a shorter one may be there by chance */
	constructor(secrets: string[]) {
		const short = secrets.filter(({ length }) => length < 12);
		if (secrets.length === 0 || short.length > 0)
			throw new Error('secrets are missing or too short');
		this.spellings = secrets.flatMap((secret) => [
			secret,
			...[0, 1, 2].map((before) => base64Of(secret, before)),
			Buffer.from(secret).toString('hex'),
		]);
	}

	/**
	 * @param text to be searched
	 * @returns true when one of the secrets stands in it
	 */
	isIn(text: string): boolean {
		this.looked += text.length;
		return this.spellings.some((one) => text.includes(one));
	}

	/**
	 * @param file path; it is read as bytes
	 * @returns true when one of the secrets stands in it
	 */
	async isInFile(file: string): Promise<boolean> {
		return this.isIn(await readFile(file, 'latin1'));
	}
}

/**
 * @param characters how many, at one byte each
 * @returns the number for a figure, e.g. "1.5"
 */
export const megabytes = (characters: number): string => (characters / 2 ** 20).toFixed(1);
