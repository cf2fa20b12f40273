import { isSignedWith } from './signature';

/** In bytes: far more than a payload template makes. Larger bodies are not rewritten to find out what is wrong. */
const LARGEST = 100_000;

/** The same JSON in the forms that programs between Pylon and n8n may give it. */
function spellingsOf(text: string): string[] {
	const trimmed = text.trim();
	const spellings = [
		trimmed,
		`${trimmed}\n`,
		text.replace(/\r\n/g, '\n'),
		text.replace(/\r?\n/g, '\r\n'),
	];
	try {
		const value: unknown = JSON.parse(trimmed);
		for (const indent of [undefined, 2, 4, '\t'])
			spellings.push(JSON.stringify(value, null, indent));
	} catch {
		// A text that is no JSON has no other spelling.
	}
	return spellings;
}

/**
 * Looks for the reason why a signature does not fit. This is for the editor's test only: nothing is accepted by it.
 * @param secrets the webhook signing secrets, current and previous
 * @param rawBody the body's bytes
 * @param signature the 32 bytes of the signature that came with the body
 * @returns whether the signature fits the same payload written in another way, so that the secret is right and something
 * between Pylon and n8n rewrites bodies
 */
export function isBodyRewritten(secrets: string[], rawBody: Buffer, signature: Buffer): boolean {
	if (rawBody.length > LARGEST) return false;
	return spellingsOf(rawBody.toString('utf8')).some((text) =>
		isSignedWith(secrets, Buffer.from(text), signature),
	);
}
