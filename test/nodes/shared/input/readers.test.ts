import { DateTime } from 'luxon';
import { NodeOperationError, type INode } from 'n8n-workflow';

import {
	emailKey,
	isBlank,
	isBlankForModel,
	reading,
	readChoice,
	readDay,
	readDomain,
	readDomains,
	readEmail,
	readEmails,
	readFreeText,
	readId,
	readJson,
	readJsonObject,
	readList,
	readMoment,
	readNumber,
	readPhoneNumber,
	readPhoneNumbers,
	readReference,
	readReferenceBy,
	readSwitch,
	readText,
	readUrl,
	readUrls,
	readWholeNumber,
	toRfc3339,
	WrongInput,
} from '../../../../nodes/shared/input';

/** What a reader takes, with what it makes of it, and what it refuses. */
interface Kind {
	read: (value: unknown) => unknown;
	takes: Array<[value: unknown, result: unknown]>;
	refuses: unknown[];
	/** Whether nothing at all is an answer, as an empty list is. */
	takesNothing?: boolean;
}

const UUID = '5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11';
const NOTHING = [
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
];
const OBJECTS = [{}, { a: 1 }, '[object Object]', 'About [object Object]'];
const PRIORITIES = [
	{ name: 'High', value: 'high' },
	{ name: 'Waiting on You', value: 'waiting_on_you' },
	{ name: 'low', value: 'lowest' },
	{ name: 'Lowest', value: 'low' },
];
const inBerlin = (value: unknown) => toRfc3339(readMoment(value, 'X', 'Europe/Berlin'));
const CIRCLE: { self?: unknown } = {};
CIRCLE.self = CIRCLE;
const HALF_EMOJI = '😀'.slice(0, 1);

const KINDS: Record<string, Kind> = {
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
		],
		refuses: [
			...OBJECTS,
			['a'],
			NaN,
			Infinity,
			2 ** 53,
			'NaN',
			' undefined ',
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
	moment: {
		read: inBerlin,
		takes: [
			['2026-12-01', '2026-11-30T23:00:00Z'],
			['2026-12-01T09:00', '2026-12-01T08:00:00Z'],
			['2026-12-01 09:00', '2026-12-01T08:00:00Z'],
			['2026-12-01T09:00:00.000-05:00', '2026-12-01T14:00:00Z'],
			['2026-11-26T23:00:00.000Z', '2026-11-26T23:00:00Z'],
			['20261201', '2026-11-30T23:00:00Z'],
			['20261201T0900', '2026-12-01T08:00:00Z'],
			['2026-W49-2', '2026-11-30T23:00:00Z'],
			['2026-335', '2026-11-30T23:00:00Z'],
			['Tue, 01 Dec 2026 09:00:00 +0100', '2026-12-01T08:00:00Z'],
			['Tue, 01 Dec 2026 08:00:00 GMT', '2026-12-01T08:00:00Z'],
			[
				'Tue Dec 01 2026 09:00:00 GMT+0100 (Central European Standard Time)',
				'2026-12-01T08:00:00Z',
			],
			[new Date('2026-12-01T08:00:00Z'), '2026-12-01T08:00:00Z'],
			[DateTime.fromISO('2026-12-01T08:00:00Z'), '2026-12-01T08:00:00Z'],
			[46353, '2026-11-26T23:00:00Z'],
			[46353.375, '2026-11-27T08:00:00Z'],
			['46353', '2026-11-26T23:00:00Z'],
			[1798700000, '2026-12-31T06:53:20Z'],
			['1798700000', '2026-12-31T06:53:20Z'],
			[1798700000123, '2026-12-31T06:53:20Z'],
			['1798700000123', '2026-12-31T06:53:20Z'],
			['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
			['\u200b2026-12-01 ', '2026-11-30T23:00:00Z'],
			['9999-12-31T00:00:00Z', '9999-12-31T00:00:00Z'],
		],
		refuses: [
			...OBJECTS,
			'2027',
			2027,
			'2026-12',
			'202612',
			'2026335',
			20261201,
			0,
			1,
			-1,
			1e3,
			100_000,
			1e8,
			5e9,
			1e15,
			NaN,
			Infinity,
			'09:00',
			'T09:00',
			'tomorrow',
			'27 November 2026',
			'11/27/2026',
			'27.11.2026',
			'2026-13-01',
			'0001-01-01T00:00:00',
			'true',
			true,
			new Date(NaN),
			DateTime.invalid('x'),
			[46353],
			'null',
			'/Date(1798700000000)/',
			'2026-11-27x',
		],
	},
	day: {
		read: (value) => readDay(value, 'X', 'Europe/Berlin'),
		takes: [
			['2026-11-27', '2026-11-27'],
			['2026-11-27T00:00:00', '2026-11-27'],
			['2026-11-26T23:00:00.000Z', '2026-11-26'],
			['2026-11-27T00:00:00-10:00', '2026-11-27'],
			[new Date('2026-11-26T23:00:00Z'), '2026-11-27'],
			[46353, '2026-11-27'],
			[46353.99, '2026-11-27'],
		],
		refuses: [...OBJECTS, '2027', 'soon', 12, NaN],
	},
	email: {
		read: (value) => readEmail(value, 'X'),
		takes: [
			['ada@example.com', 'ada@example.com'],
			[' New.User@Cedar.example\n', 'New.User@Cedar.example'],
			['\u200bada@exam\u00adple.com', 'ada@example.com'],
			['Ada <ada@example.com>', 'ada@example.com'],
			['"Example, Ada" <ada@example.com>', 'ada@example.com'],
			['<ada@example.com>', 'ada@example.com'],
			['mailto:ada@example.com', 'ada@example.com'],
			['MAILTO:ada@example.com?subject=Hi', 'ada@example.com'],
			['mailto:ada%2Bx@example.com', 'ada+x@example.com'],
			["o'neil+x@sub.example.co.uk", "o'neil+x@sub.example.co.uk"],
		],
		refuses: [
			...OBJECTS,
			'ada',
			'ada@',
			'@example.com',
			'ada@example',
			'a b@example.com',
			'a@b@example.com',
			'a@example.com, b@example.com',
			'a@example.com b@example.com',
			'Ada <ada>',
			'a@example..com',
			'a@.example.com',
			'.a@example.com',
			`${'a'.repeat(250)}@b.com`,
			12,
			true,
			['a@b.c'],
			'null',
			'a@b.c<',
		],
	},
	emails: {
		read: (value) => readEmails(value, 'X'),
		takesNothing: true,
		takes: [
			['a@b.cd', ['a@b.cd']],
			['a@b.cd, B@b.cd; c@b.cd\nd@b.cd', ['a@b.cd', 'B@b.cd', 'c@b.cd', 'd@b.cd']],
			['"Example, Ada" <a@b.cd>, "Bob; B" <b@b.cd>', ['a@b.cd', 'b@b.cd']],
			[['a@b.cd', 'A@B.cd'], ['a@b.cd']],
			['["a@b.cd"]', ['a@b.cd']],
			["['a@b.cd', 'b@b.cd']", ['a@b.cd', 'b@b.cd']],
		],
		refuses: [...OBJECTS, 'a@b.cd, nobody', [{ email: 'a@b.cd' }], 'a@b.cd b@b.cd', 12, true],
	},
	URL: {
		read: (value) => readUrl(value, 'X').href,
		takes: [
			[' https://example.com/a.png ', 'https://example.com/a.png'],
			['HTTP://example.com/a?b=c', 'http://example.com/a?b=c'],
		],
		refuses: [
			...OBJECTS,
			'example.com',
			'ftp://example.com',
			'javascript:alert(1)',
			'https://',
			'https:///',
			12,
			true,
			['https://example.com'],
			`https://example.com/${HALF_EMOJI}`,
		],
	},
	URLs: {
		read: (value) => readUrls(value, 'X'),
		takesNothing: true,
		takes: [
			[
				'https://a.example/1, https://a.example/2\nhttps://a.example/3',
				['https://a.example/1', 'https://a.example/2', 'https://a.example/3'],
			],
			[
				'https://a.example/1,2;v=1, https://a.example/2',
				['https://a.example/1,2;v=1', 'https://a.example/2'],
			],
			[['https://a.example/1'], ['https://a.example/1']],
		],
		refuses: [
			...OBJECTS,
			'a.png',
			'https://a.example/1, b.png',
			[{ url: 'https://a.example/1' }],
			12,
		],
	},
	domain: {
		read: (value) => readDomain(value, 'X'),
		takes: [
			['globex.com', 'globex.com'],
			[' WWW.Globex.COM. ', 'globex.com'],
			['\u200bglobex.com', 'globex.com'],
			['www.com', 'www.com'],
		],
		refuses: [
			...OBJECTS,
			'globex',
			'https://globex.com',
			'globex.com/x',
			'a@globex.com',
			'globex.com, globex.net',
			'globex.com:80',
			12,
			true,
		],
	},
	domains: {
		read: (value) => readDomains(value, 'X'),
		takesNothing: true,
		takes: [['globex.com, www.globex.com; globex.net', ['globex.com', 'globex.net']]],
		refuses: [...OBJECTS, 'globex.com, globex', 12],
	},
	'record by ID': {
		read: (value) => readId(value, 'X'),
		takes: [
			[UUID, UUID],
			[` ${UUID}\u200b`, UUID],
			[`"${UUID}"`, UUID],
			[`'${UUID}'`, UUID],
			[`“${UUID}”`, UUID],
			[`https://app.usepylon.com/accounts/${UUID}`, UUID],
			[`https://app.eu.usepylon.com/contacts/${UUID}/?tab=x`, UUID],
			[`app.usepylon.com/issues/${UUID}`, UUID],
			[`https://app.usepylon.com/issues?conversationID=${UUID}`, UUID],
			[1042, '1042'],
			['acc-1', 'acc-1'],
			['__proto__', '__proto__'],
			['constructor', 'constructor'],
		],
		refuses: [
			...OBJECTS,
			'.',
			'..',
			'"."',
			`https://example.com/accounts/${UUID}`,
			`https://app.usepylon.com.evil.example/${UUID}`,
			'https://app.usepylon.com/accounts',
			'https://app.usepylon.com/issues?issueNumber=1042',
			'mailto://x',
			NaN,
			1.5,
			-1,
			2 ** 53,
			true,
			['a'],
			'""',
			'undefined',
			HALF_EMOJI,
		],
	},
	'record by anything': {
		read: (value) => readReference(value, 'X', ['number', 'email', 'domain']),
		takes: [
			[UUID, { by: 'id', value: UUID }],
			['1042', { by: 'number', value: '1042' }],
			['#1042', { by: 'number', value: '1042' }],
			[1042, { by: 'number', value: '1042' }],
			['https://app.usepylon.com/issues?issueNumber=1042', { by: 'number', value: '1042' }],
			['mailto:ada@example.com', { by: 'email', value: 'ada@example.com' }],
			['Ada <ada@example.com>', { by: 'email', value: 'ada@example.com' }],
			['WWW.globex.com', { by: 'domain', value: 'globex.com' }],
		],
		refuses: [...OBJECTS, 'ada@', 'https://globex.com', NaN],
	},
	'record by external ID': {
		read: (value) => readReferenceBy(value, 'X', 'externalId'),
		takes: [
			[' crm-42 ', 'crm-42'],
			[42, '42'],
			['https://crm.example/42', 'https://crm.example/42'],
		],
		refuses: [...OBJECTS, '..', NaN],
	},
	'record by number': {
		read: (value) => readReferenceBy(value, 'X', 'number'),
		takes: [
			[' #1042', '1042'],
			[1042, '1042'],
			['https://app.usepylon.com/issues?issueNumber=1042', '1042'],
		],
		refuses: [...OBJECTS, 'one', UUID, 1.5, NaN],
	},
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
			["['it\\'s', \"a, 'b'\", 5]", ["it's", "a, 'b'", '5']],
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

describe.each(Object.entries(KINDS))('%s', (_, { read, takes, refuses, takesNothing }) => {
	test.each(takes)('takes %p', (value, result) => {
		expect(read(value)).toEqual(result);
	});

	test('refuses what is of another kind, by the name of the parameter and with advice', () => {
		for (const value of refuses) {
			let result: unknown;
			try {
				result = { taken: read(value) };
			} catch (error) {
				result = error;
			}
			expect([value, result]).toEqual([value, expect.any(WrongInput)]);
			expect(result).toMatchObject({
				message: expect.stringContaining("'X'"),
				description: expect.stringMatching(/\w.*\.$/s),
			});
		}
	});

	test('knows nothing when it sees it', () => {
		for (const value of NOTHING) {
			if (takesNothing) expect(read(value)).toEqual([]);
			else expect(() => read(value)).toThrow(new WrongInput("'X' is empty", ''));
		}
	});
});

describe('nothing', () => {
	test.each(NOTHING)('%p is nothing', (value) => {
		expect([isBlank(value), isBlankForModel(value)]).toEqual([true, true]);
	});

	test.each(['null', 'None', ' N/A ', 'UNDEFINED', 'n/a'])(
		'%p is nothing when a model says it',
		(value) => {
			expect([isBlank(value), isBlankForModel(value)]).toEqual([false, true]);
		},
	);

	test.each([0, false, [], {}, 'no', 'nobody', '0', NaN])('%p is something', (value) => {
		expect([isBlank(value), isBlankForModel(value)]).toEqual([false, false]);
	});
});

test('a list beside another one keeps its empty and repeated entries', () => {
	expect(readList('a,,a', 'X', { aligned: true })).toEqual(['a', '', 'a']);
});

test('an address has one key, however it is written', () => {
	expect(emailKey('New.User@Cedar.example')).toBe(emailKey('new.user@cedar.EXAMPLE'));
});

test('a long text of white space is read in no time that grows with its square', () => {
	const text = `a${' '.repeat(200_000)}b`;
	expect(readText(text, 'X')).toBe(text);
});

describe('the error that n8n shows', () => {
	const node = { name: 'Pylon', type: 'pylon' } as INode;
	const refusal = () => readSwitch('on', 'Internal');

	test('has message, description and item', () => {
		const context = { getNode: () => node, getItemIndex: () => 7 };
		expect.assertions(2);
		try {
			reading(context, refusal);
		} catch (error) {
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(error).toMatchObject({
				message: "'Internal' has to be true or false",
				description: expect.stringContaining('"on"'),
				context: { itemIndex: 7 },
				node,
			});
		}
	});

	test('is left alone when it is none of ours', () => {
		const error = new TypeError('x');
		expect(() =>
			reading({ getNode: () => node }, () => {
				throw error;
			}),
		).toThrow(error);
	});
});
