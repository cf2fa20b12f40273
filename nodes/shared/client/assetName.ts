/** What Pylon puts before a file's name: a folder with a UUID, and the milliseconds at which it was stored. */
const STORED = /^.*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/(?:\d{13}-)?/is;

/**
 * @param text percent-encoded
 * @returns it decoded; as it is where it cannot be decoded
 */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/**
 * @param path of a file's address, e.g. `/<UUID>%2F1757401419672-image.png` (docs/pylon-api-notes.md#files)
 * @returns the file's name as the sender knows it, e.g. `image.png`: as somebody else chose it, so it may hold any sign but
 * a slash; empty where there is none
 */
export function assetName(path: string): string {
	const segment = decoded(path.slice(path.lastIndexOf('/') + 1)).replace(STORED, '');
	return segment.slice(segment.lastIndexOf('/') + 1);
}
