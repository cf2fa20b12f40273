import { createHash } from 'node:crypto';

/** @returns lowercase hex of the SHA-256 of a body's bytes */
export const hashOf = (data: Buffer | string): string =>
	createHash('sha256').update(data).digest('hex');
