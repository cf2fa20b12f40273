/** @returns the place behind a string of JSON that begins at `start` */
function endOfString(text: string, start: number): number {
	let at = start + 1;
	while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
	return at + 1;
}

/**
 * Finds a key that an object has more than once. Two spellings of one key are the same key (`"issue\u005fid"`).
 * @param text valid JSON
 * @returns the first such key, at any depth; undefined when there is none. Takes time in proportion to the text.
 */
export function repeatedKey(text: string): string | undefined {
	/** The keys so far of each object that is open; null for a list. */
	const open: Array<Set<string> | null> = [];
	let keys: Set<string> | null = null;
	/** Whether the next string is a key. */
	let isKey = false;
	for (let at = 0; at < text.length; at++) {
		switch (text[at]) {
			case '{':
			case '[':
				keys = text[at] === '{' ? new Set<string>() : null;
				open.push(keys);
				isKey = keys !== null;
				break;
			case '}':
			case ']':
				open.pop();
				keys = open.at(-1) ?? null;
				break;
			case ',':
				isKey = keys !== null;
				break;
			case '"': {
				const end = endOfString(text, at);
				if (isKey && keys !== null) {
					const key = JSON.parse(text.slice(at, end)) as string;
					if (keys.has(key)) return key;
					keys.add(key);
				}
				isKey = false;
				at = end - 1;
			}
		}
	}
	return undefined;
}
