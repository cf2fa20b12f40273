import { DateTime } from 'luxon';

import {
	readChoice,
	readFreeText,
	readNumber,
	readSwitch,
	readText,
	readWholeNumber,
} from '../../../../../nodes/shared/input';

/** What a reader takes, with what it makes of it, and what it refuses. */
export interface Kind {
	read: (value: unknown) => unknown;
	takes: Array<[value: unknown, result: unknown]>;
	refuses: unknown[];
	/** Whether nothing at all is an answer, as an empty list is. */
	takesNothing?: boolean;
}

export const UUID = '5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11';
export const NOTHING = [
	undefined,
	null,
	'',
	' ',
	'\t\n',
	'\u00a0',
	'\u200b',
	'\ufeff \u2060',
	'\u202d\u202c',
	'\u3164',
	'\u2800',
	'\0\0',
];
export const OBJECTS = [{}, { a: 1 }, '[object Object]', 'About [object Object]'];
const PRIORITIES = [
	{ name: 'High', value: 'high' },
	{ name: 'Waiting on You', value: 'waiting_on_you' },
	{ name: 'low', value: 'lowest' },
	{ name: 'Lowest', value: 'low' },
];
/** It holds itself, so it cannot become text. */
export const CIRCLE: { self?: unknown } = {};
CIRCLE.self = CIRCLE;
export const HALF_EMOJI = '😀'.slice(0, 1);

/** Values of words and numbers. */
export const PLAIN_KINDS: Record<string, Kind> = {
	text: {
		read: (value) => readText(value, 'X'),
		takes: [
			['Zeta Ltd', 'Zeta Ltd'],
			[' Zeta Ltd\u00a0', 'Zeta Ltd'],
			['\u200bZeta  Ltd\u202c\n', 'Zeta  Ltd'],
			['👩‍🚀 Team ❤️', '👩‍🚀 Team ❤️'],
			[12, '12'],
			[0, '0'],
			[1.5, '1.5'],
			['null', 'null'],
			['None', 'None'],
			['__proto__', '__proto__'],
			['constructor', 'constructor'],
			['46353', '46353'],
			['1e3', '1e3'],
			['\0Zeta\u0001\u0085', 'Zeta'],
			[1e-7, '0.0000001'],
			[-1.25e-9, '-0.00000000125'],
			[-0, '0'],
			['Invalid Dates', 'Invalid Dates'],
		],
		refuses: [
			...OBJECTS,
			['a'],
			NaN,
			Infinity,
			2 ** 53,
			'NaN',
			' undefined ',
			'Invalid Date',
			String(DateTime.invalid('x')),
			HALF_EMOJI,
			`${HALF_EMOJI}x`,
			Symbol('x'),
			() => 1,
			10n,
		],
	},
	'free text': {
		read: (value) => readFreeText(value, 'X'),
		takes: [
			[' Hi,\n\nyou \n', ' Hi,\n\nyou \n'],
			[7, '7'],
		],
		refuses: [...OBJECTS, ['a'], NaN, HALF_EMOJI],
	},
	switch: {
		read: (value) => readSwitch(value, 'X'),
		takes: [
			[true, true],
			[1, true],
			['1', true],
			['TRUE', true],
			[' Yes ', true],
			[false, false],
			[0, false],
			['0', false],
			['False', false],
			['NO', false],
		],
		refuses: [...OBJECTS, 2, -1, NaN, 'on', 'y', 'null', [true], [1]],
	},
	choice: {
		read: (value) => readChoice(value, 'X', PRIORITIES),
		takes: [
			['high', 'high'],
			[' HIGH ', 'high'],
			['waiting on you', 'waiting_on_you'],
			['Waiting_On_You', 'waiting_on_you'],
			['low', 'low'],
			['Lowest', 'low'],
			['lowest', 'lowest'],
		],
		refuses: [...OBJECTS, 'urgent', 'waiting', NaN, 0, true, ['high'], '__proto__', 'constructor'],
	},
	number: {
		read: (value) => readNumber(value, 'X'),
		takes: [
			[12, 12],
			['12.0', 12],
			[' -3.25 ', -3.25],
			['0', 0],
			['007', 7],
		],
		refuses: [
			...OBJECTS,
			'1e3',
			'0x10',
			'1,234',
			'1 234',
			'1.234,5',
			'+5',
			'.5',
			'5.',
			'12 €',
			'NaN',
			NaN,
			Infinity,
			2 ** 60,
			'99999999999999999999',
			true,
			[1],
		],
	},
	'whole number': {
		read: (value) => readWholeNumber(value, 'X', [1, 100]),
		takes: [
			[1, 1],
			['100', 100],
			['12.0', 12],
		],
		refuses: [...OBJECTS, 0, 101, 1.5, '1e1', '0x10', NaN, true, [1]],
	},
};
