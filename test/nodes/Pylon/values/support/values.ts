/** Values as they come out of tables, forms, other nodes and models. What each kind of parameter makes of them: `kinds.ts`. */

export const UUID = '5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11';

/** Nothing at all. */
export const NOTHING = [undefined, null, '', ' \t', '\u00a0', '\u200b\u2060'] as const;

/** Nothing in any entry of a list: two empty cells of a table, in an array and in a text. */
export const NOTHING_IN_LISTS: unknown[] = [['', ' '], ', '];

/** What a model writes for nothing. */
export const WORDS_FOR_NOTHING = ['null', 'None', 'N/A', 'UNDEFINED'];

export const HALF_EMOJI = `cut off ${'😀'.slice(0, 1)}`;

export const VALUES: unknown[] = [
	...NOTHING,
	...NOTHING_IN_LISTS,
	new Date(0),
	{ a: 1 },
	[{ a: 1 }],
	['vip', ' billing'],
	'[object Object]',
	'About [object Object]',
	NaN,
	Infinity,
	0,
	1,
	2,
	1.5,
	true,
	false,
	'TRUE',
	'no',
	'7',
	'1e3',
	'0x10',
	'1,234',
	46353,
	'46353',
	1798700000,
	1798700000000,
	2027,
	'2027',
	'2026-11-27T09:00',
	'2026-11-27T09:00:00+01:00',
	'tomorrow',
	' Vip\u00a0',
	'\u202dzeta\u202c',
	'__proto__',
	'constructor',
	'null',
	'undefined',
	HALF_EMOJI,
	' Ada@Example.com\n',
	'Ada <ada@example.com>',
	'mailto:ada@example.com',
	'WWW.Globex.example',
	`"${UUID}"`,
	`https://app.usepylon.com/records/${UUID}`,
	'https://example.com/a.png',
	'+1 (555) 0100',
	'vip, billing',
	"['vip','billing']",
	'["vip","billing"]',
	'vip;billing\nnew',
	'{"a":1}',
];
