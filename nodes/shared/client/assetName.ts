import { decoded } from '../input/decoded';

/**
 * What Pylon puts before a file's name: a folder with a UUID, and the time at which the file was stored, in milliseconds
 * since 1970.
 */
const STORED = /^.*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/(?:\d{13}-)?/is;

/**
 * @param path the path of a file's address, e.g. `/<UUID>%2F1757401419672-image.png` (docs/pylon-api-notes.md#files)
 * @returns the file's name as the sender knows it, e.g. `image.png`. Somebody else chose it, so it may contain any character
 * but a slash. Empty where there is none.
 */
export function assetName(path: string): string {
	const segment = decoded(path.slice(path.lastIndexOf('/') + 1)).replace(STORED, '');
	return segment.slice(segment.lastIndexOf('/') + 1);
}
