import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, SecretSearch } from './secretSearch';

const SECRET = 'secret-of-the-tests';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
	['as it is', `a${SECRET}b`],
	['at the beginning of base64', base64(`${SECRET}, and more`)],
	['behind one byte in base64', base64(`a${SECRET}, and more`)],
	['behind two bytes in base64', base64(`ab${SECRET}`)],
	['behind three bytes in base64', base64(`abc${SECRET}`)],
	['in hexadecimal', `00${Buffer.from(SECRET).toString('hex')}00`],
])('a secret is found %s', (_, text) => {
	expect(new SecretSearch(['another-secret', SECRET]).isIn(text)).toBe(true);
});

test('what is no secret is not found, and how much was looked at is counted', () => {
	const search = new SecretSearch([SECRET]);
	const text = `${SECRET.slice(1)} ${SECRET.slice(0, -1)} ${base64('something else')}`;
	expect(search.isIn(text)).toBe(false);
	expect(search.looked).toBe(text.length);
});

test.each([[[]], [['short']]])('secrets that prove nothing are refused: %j', (secrets) => {
	expect(() => new SecretSearch(secrets)).toThrow('secrets are missing or too short');
});

test('files are found in folders in folders, and searched by their bytes', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-pylon-secrets-'));
	try {
		mkdirSync(join(folder, 'in', 'it'), { recursive: true });
		const file = join(folder, 'in', 'it', 'file');
		writeFileSync(file, Buffer.concat([Buffer.from([0, 255]), Buffer.from(SECRET)]));
		symlinkSync(file, join(folder, 'link'));
		const found: string[] = [];
		for await (const one of filesIn(folder)) found.push(one);
		expect(found).toEqual([file]);
		expect(await new SecretSearch([SECRET]).isInFile(file)).toBe(true);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
