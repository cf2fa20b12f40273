import {
	readJson,
	readJsonObject,
	readList,
	readPhoneNumber,
	readPhoneNumbers,
} from '../../../../../nodes/shared/input';

import { CIRCLE, HALF_EMOJI, type Kind, OBJECTS } from './readerKinds';

/** Values that hold several, and phone numbers. */
export const LIST_KINDS: Record<string, Kind> = {
	list: {
		read: (value) => readList(value, 'X'),
		takesNothing: true,
		takes: [
			['vip', ['vip']],
			[' vip, billing ;vip\nnew\r\n', ['vip', 'billing', 'new']],
			[
				['vip', ' vip', '', 7],
				['vip', '7'],
			],
			[[], []],
			['[]', []],
			['["vip", "a, b"]', ['vip', 'a, b']],
			["['vip','billing']", ['vip', 'billing']],
			["['it\\'s', \"a, 'b'\", 5, -1.5]", ["it's", "a, 'b'", '5', '-1.5']],
			[7, ['7']],
			['\u200bvip\u202c', ['vip']],
			['__proto__, constructor', ['__proto__', 'constructor']],
		],
		refuses: [
			...OBJECTS,
			true,
			NaN,
			[NaN],
			[{ id: 1 }],
			[null],
			[undefined],
			[['a']],
			['[object Object]'],
			'[vip]',
			"['vip'",
			"['vip' 'billing']",
			'[{"id":1}]',
			'{"a":1}',
			'a, undefined',
			`a, ${HALF_EMOJI}`,
		],
	},
	JSON: {
		read: (value) => readJson(value, 'X', '{}'),
		takes: [
			['{"a":[1,null]}', { a: [1, null] }],
			[{ a: 1 }, { a: 1 }],
			['[1]', [1]],
		],
		refuses: [
			'[object Object]',
			'{"a":1',
			'a',
			'{"a":"[object Object]"}',
			{ a: '[object Object]' },
			'{"a":"\\ud800"}',
			CIRCLE,
		],
	},
	'JSON object': {
		read: (value) => readJsonObject(value, 'X', '{}'),
		takes: [['{"a":1}', { a: 1 }]],
		refuses: ['[object Object]', '[1]', [1], '1', 1, true, '"a"', 'null'],
	},
	'phone number': {
		read: (value) => readPhoneNumber(value, 'X'),
		takes: [
			['+1 (555) 0100', '15550100'],
			['\u202d+1 555-0100\u202c', '15550100'],
			[15550100, '15550100'],
		],
		refuses: [
			...OBJECTS,
			'555 ext. 5',
			'1234567890123456',
			'none',
			'15550100, 15550101',
			NaN,
			true,
		],
	},
	'phone numbers': {
		read: (value) => readPhoneNumbers(value, 'X'),
		takesNothing: true,
		takes: [['+1 555 0100, 1-555-0100; 15550101', ['15550100', '15550101']]],
		refuses: [...OBJECTS, '15550100, x'],
	},
};
