import { holdsSecret } from '../../../nodes/PylonTrigger/receive/headerSecret';
import { isHeaderName, readHeader } from '../../../nodes/PylonTrigger/receive/headers';

/** A header's value as Node gives it: a character a byte. */
const asHeader = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

test.each(['Bearer abc', 'pässwörd ✓', ' ', '0'])('the secret %j is held', (secret) => {
	expect(holdsSecret([secret], asHeader(secret))).toBe(true);
	expect(holdsSecret(['other', secret], asHeader(secret))).toBe(true);
	expect(holdsSecret(['other'], asHeader(secret))).toBe(false);
	expect(holdsSecret([], asHeader(secret))).toBe(false);
});

test('every single changed bit of header or secret is refused, and every other length', () => {
	const secret = 'header-secret-0123';
	const bytes = Buffer.from(secret);
	for (let bit = 0; bit < bytes.length * 8; bit++) {
		const flipped = Buffer.from(bytes);
		flipped[bit >> 3] ^= 1 << (bit & 7);
		expect(holdsSecret([secret], flipped.toString('latin1'))).toBe(false);
		expect(holdsSecret([flipped.toString('latin1')], secret)).toBe(false);
	}
	for (const other of [
		'',
		secret.slice(1),
		secret.slice(0, -1),
		`${secret} `,
		` ${secret}`,
		`${secret},${secret}`,
		secret.toUpperCase(),
	]) {
		expect(holdsSecret([secret], other)).toBe(false);
	}
});

test.each<[string[], unknown]>([
	[['X-A', '1'], { value: '1' }],
	[['x-a', '1', 'X-B', '2'], { value: '1' }],
	[[], 'missing'],
	[['X-A', ''], 'missing'],
	[['X-B', 'x-a'], 'missing'],
	[['X-A', '1', 'x-A', '1'], 'repeated'],
	[['X-A', '1', 'x-A', '2'], 'repeated'],
])('header of %j', (rawHeaders, found) => {
	expect(readHeader(rawHeaders, 'X-a')).toEqual(found);
});

test('names of headers', () => {
	for (const name of ['X-Webhook-Secret', 'authorization', 'a_b.c'])
		expect(isHeaderName(name)).toBe(true);
	for (const name of ['', 'a b', 'a:', 'ä', 'a\n', '=x']) expect(isHeaderName(name)).toBe(false);
});
