/** A part of a line of text, as HTML. A run of `*`, `_` or `~` becomes tags as far as it finds a partner. */
export interface Piece {
	html: string;
	/** The same without tags, for the text of a picture. */
	plain: string;
	/** Whether it is a whole link; inside of another link it is text. */
	isLink: boolean;
}

export type Sign = '*' | '_' | '~';

/** A run of signs that may begin or end bold, italic or struck-through text. */
export interface Run {
	piece: Piece;
	sign: Sign;
	/** Signs that have no partner yet. */
	left: number;
	length: number;
	canOpen: boolean;
	canClose: boolean;
	opened: string;
	closed: string;
}

const isSpace = (sign: string): boolean => sign === '' || /\s/u.test(sign);
const isPunctuation = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign);

/**
 * @param sign `*`, `_` or `~`
 * @param length how many of it
 * @param before the character before it; empty at the beginning
 * @param after the character behind it; empty at the end
 * @returns the run, which has no partner yet
 */
export function toRun(sign: Sign, length: number, before: string, after: string): Run {
	const opens =
		!isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
	const closes =
		!isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
	// In snake_case nothing is emphasised.
	const canOpen = sign === '_' ? opens && (!closes || isPunctuation(before)) : opens;
	const canClose = sign === '_' ? closes && (!opens || isPunctuation(after)) : closes;
	const text = sign.repeat(length);
	return {
		piece: { html: text, plain: text, isLink: false },
		sign,
		left: length,
		length,
		canOpen,
		canClose,
		opened: '',
		closed: '',
	};
}

/**
 * CommonMark's rule of three (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis, rules 9 and 10): `a***b**`
 * is no odd mixture.
 */
function fits(opener: Run, closer: Run): boolean {
	if (opener.sign !== closer.sign) return false;
	if (closer.sign === '~') return opener.length === closer.length;
	const isOdd = opener.canClose || closer.canOpen;
	return (
		!isOdd ||
		(opener.length + closer.length) % 3 !== 0 ||
		(opener.length % 3 === 0 && closer.length % 3 === 0)
	);
}

const TAGS: Record<Sign, [single: string, double: string]> = {
	'*': ['em', 'strong'],
	_: ['em', 'strong'],
	'~': ['s', 's'],
};

function join(opener: Run, closer: Run): void {
	const count = closer.sign === '~' ? 2 : Math.min(2, opener.left, closer.left);
	const [single, double] = TAGS[closer.sign];
	const tag = count === 1 ? single : double;
	opener.opened = `<${tag}>${opener.opened}`;
	closer.closed += `</${tag}>`;
	opener.left -= count;
	closer.left -= count;
}

/**
 * Finds the partners of runs, as CommonMark does. A search for a partner that found none is not repeated, so the time grows
 * with the number of runs.
 * @param runs in order; their pieces get tags
 */
export function emphasise(runs: Run[]): void {
	const open: Run[] = [];
	/** How many of the open runs are known to have nothing for a kind of closer. */
	const searched = new Map<string, number>();
	for (const closer of runs) {
		const kind = `${closer.sign}${closer.canOpen} ${closer.sign === '~' ? closer.length : closer.length % 3}`;
		while (closer.canClose && closer.left > 0) {
			const least = searched.get(kind) ?? 0;
			let index = open.length - 1;
			let opener = open[index];
			while (opener !== undefined && index >= least && !fits(opener, closer))
				opener = open[--index];
			if (opener === undefined || index < least) {
				searched.set(kind, open.length);
				break;
			}
			join(opener, closer);
			open.length = opener.left > 0 ? index + 1 : index;
			for (const [key, count] of searched) if (count > open.length) searched.set(key, open.length);
		}
		if (closer.canOpen && closer.left > 0) open.push(closer);
	}
	for (const { piece, sign, left, opened, closed } of runs) {
		piece.plain = sign.repeat(left);
		piece.html = closed + piece.plain + opened;
	}
}
