import { ownValue } from '../input';

/**
 * The named entities of HTML that mail programs and editors write; the whole list
 * (https://html.spec.whatwg.org/multipage/named-characters.html) has over two thousand.
 */
const NAMED: Record<string, string> = {
	amp: '&',
	apos: "'",
	bull: '•',
	cent: '¢',
	copy: '©',
	darr: '↓',
	deg: '°',
	emsp: ' ',
	ensp: ' ',
	euro: '€',
	frac12: '½',
	gt: '>',
	hellip: '…',
	laquo: '«',
	larr: '←',
	ldquo: '“',
	lsquo: '‘',
	lt: '<',
	mdash: '—',
	middot: '·',
	nbsp: ' ',
	ndash: '–',
	para: '¶',
	pound: '£',
	quot: '"',
	raquo: '»',
	rarr: '→',
	rdquo: '”',
	reg: '®',
	rsquo: '’',
	sbquo: '‚',
	bdquo: '„',
	sect: '§',
	shy: '',
	szlig: 'ß',
	thinsp: ' ',
	times: '×',
	trade: '™',
	uarr: '↑',
	yen: '¥',
	zwj: '\u200D',
	zwnj: '\u200C',
};

/** Entities such as `&auml;` and `&Eacute;`: a letter and a combining mark of Unicode. */
const ACCENTED = /^([A-Za-z])(acute|cedil|circ|grave|ring|tilde|uml)$/;
const MARKS: Record<string, string> = {
	acute: '\u0301',
	cedil: '\u0327',
	circ: '\u0302',
	grave: '\u0300',
	ring: '\u030A',
	tilde: '\u0303',
	uml: '\u0308',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,10}));/g;

const isCharacter = (code: number): boolean =>
	code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

/**
 * @param text from HTML, between tags or inside an attribute
 * @returns the text with its entities as characters; an unknown entity stays as it is
 */
export function decodeEntities(text: string): string {
	return text.replace(
		ENTITY,
		(whole: string, decimal?: string, hexadecimal?: string, name = '') => {
			if (decimal !== undefined || hexadecimal !== undefined) {
				const code =
					decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
				return isCharacter(code) ? String.fromCodePoint(code) : '\uFFFD';
			}
			const [, letter = '', mark = ''] = ACCENTED.exec(name) ?? [];
			const accented = letter === '' ? undefined : `${letter}${MARKS[mark]}`.normalize('NFC');
			return ownValue(NAMED, name) ?? accented ?? whole;
		},
	);
}
