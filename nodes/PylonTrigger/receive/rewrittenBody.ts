import { isSignedWith } from './signature';

/** Far more than a payload template makes; larger bodies are not written anew for a diagnosis. */
const LARGEST = 100_000;

/** The same JSON in the forms that programs between Pylon and n8n give it. */
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
		// No JSON has no other spelling.
	}
	return spellings;
}

/**
 * Looks for the reason why a signature does not fit, for the editor's test only: nothing is accepted by it.
 * @returns whether it fits the same payload in another spelling, so that the secret is right and something on the way
 * writes bodies anew
 */
export function isBodyRewritten(secrets: string[], rawBody: Buffer, signature: Buffer): boolean {
	if (rawBody.length > LARGEST) return false;
	return spellingsOf(rawBody.toString('utf8')).some((text) =>
		isSignedWith(secrets, Buffer.from(text), signature),
	);
}
