import { createHash } from 'node:crypto';

/**
 * @param data the bytes of a body, or a text, which counts as UTF-8
 * @returns lowercase hex of its SHA-256
 */
export const hashOf = (data: Buffer | string): string =>
	createHash('sha256').update(data).digest('hex');
