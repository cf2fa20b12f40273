import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Compares a header with the secrets byte by byte. Takes the same time wherever they differ and whichever fits.
 * @param secrets as typed into the credential
 * @param value the header as Node gives it: one character for each byte
 * @returns whether the header is one of the secrets
 */
export function holdsSecret(secrets: string[], value: string): boolean {
	const given = digest(Buffer.from(value, 'latin1'));
	const results = secrets.map((secret) =>
		timingSafeEqual(digest(Buffer.from(secret, 'utf8')), given),
	);
	return results.includes(true);
}
