import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Whether a header holds one of the secrets, byte for byte. Takes the same time wherever they differ and whichever fits.
 * @param secrets as typed into the credential
 * @param value as Node gives it: a character a byte
 */
export function holdsSecret(secrets: string[], value: string): boolean {
	const given = digest(Buffer.from(value, 'latin1'));
	const results = secrets.map((secret) =>
		timingSafeEqual(digest(Buffer.from(secret, 'utf8')), given),
	);
	return results.includes(true);
}
