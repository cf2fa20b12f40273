import type { IDataObject } from 'n8n-workflow';

import {
	asId,
	asText,
	isAbsent,
	quoted,
	readPath,
	unresolvedVariable,
	variableIn,
} from '../../../nodes/PylonTrigger/fieldPath';

const payload = JSON.parse(
	'{"a":{"b":[{"c":1},null]},"x.y":2,"x":{"y":3},"empty":"","__proto__":{"own":4},"":5}',
) as IDataObject;

test.each<[string, unknown]>([
	['a', { b: [{ c: 1 }, null] }],
	['a.b.0.c', 1],
	['a.b.1', null],
	['x.y', 2],
	['__proto__.own', 4],
	['', 5],
	['a.b.2', undefined],
	['a.b.length', undefined],
	['a.b.-1', undefined],
	['a.b.1.c', undefined],
	['a.c.d', undefined],
	['empty.length', undefined],
	['constructor', undefined],
	['constructor.name', undefined],
	['toString', undefined],
	['a.__proto__', undefined],
	['a.hasOwnProperty', undefined],
	['a..b', undefined],
])('path %s', (path, value) => {
	expect(readPath(payload, path)).toEqual(value);
});

test.each<[unknown, string | undefined]>([
	['{{issue.id}}', 'issue.id'],
	['{{ issue.id }}', 'issue.id'],
	[' {{{issue.last_message.id}}} ', 'issue.last_message.id'],
	['{{Issue.ID}}', 'Issue.ID'],
	['{{issue.custom_fields.my-field}}', 'issue.custom_fields.my-field'],
	['{{ issue.größe }}', 'issue.größe'],
	['{{a\u202eb}}', undefined],
	['{issue.id}', undefined],
	['about {{issue.id}}', undefined],
	['{{issue.id}}{{issue.title}}', undefined],
	['\u200b{{ issue.id }}', 'issue.id'],
	['{{}}', undefined],
	['{{issue id}}', undefined],
	['', undefined],
	[5, undefined],
	[`{{${'a'.repeat(300)}}}`, undefined],
])('variable in %j', (value, variable) => {
	expect(unresolvedVariable(value)).toBe(variable);
});

test.each<[unknown, string | undefined]>([
	['{{issue.id}}', 'issue.id'],
	['about {{{ issue.id }}} and {{issue.title}}', 'issue.id'],
	['{{{{{{a}}', 'a'],
	['{{}} {{two words}} {{b}', undefined],
	['{{'.repeat(1_000_000), undefined],
	[['{{a}}'], undefined],
	[5, undefined],
])('variable inside %#', (value, variable) => {
	expect(variableIn(value)).toBe(variable);
});

test.each<[unknown, boolean]>([
	[undefined, true],
	[null, true],
	['', true],
	[' \n', true],
	['\u200b\u00a0', true],
	['{{issue.id}}', true],
	['null', false],
	[0, false],
	[false, false],
	[[], false],
])('%j is absent: %s', (value, absent) => {
	expect(isAbsent(value)).toBe(absent);
});

test.each<[unknown, string | undefined]>([
	[' a ', 'a'],
	[42, '42'],
	[true, 'true'],
	[-1.5, '-1.5'],
	[2 ** 53 - 1, '9007199254740991'],
	[2 ** 53, undefined],
	[Infinity, undefined],
	[null, undefined],
	[['a'], undefined],
	[{}, undefined],
])('%j as text', (value, text) => {
	expect(asText(value)).toBe(text);
});

test.each<[unknown, string | undefined]>([
	['1f0c9a7e-0000-4000-8000-000000000001', '1f0c9a7e-0000-4000-8000-000000000001'],
	[' abc ', 'abc'],
	['\u200babc', 'abc'],
	['"1f0c9a7e-0000-4000-8000-000000000001"', '1f0c9a7e-0000-4000-8000-000000000001'],
	['https://app.usepylon.com/issues?issueNumber=2289', '2289'],
	[
		'https://app.eu.usepylon.com/accounts/1f0c9a7e-0000-4000-8000-000000000001',
		'1f0c9a7e-0000-4000-8000-000000000001',
	],
	['#2289', '2289'],
	['https://crm.example/issues/2289', undefined],
	['undefined', undefined],
	['NaN', undefined],
	[101, '101'],
	['ä/b?c', 'ä/b?c'],
	[0, '0'],
	[-1, undefined],
	[1.5, undefined],
	[2 ** 64, undefined],
	[Infinity, undefined],
	['{{issue.id', undefined],
	['issue-{{id}}', undefined],
	['.', undefined],
	['..', undefined],
	['', undefined],
	['two words', undefined],
	['line\nbreak', undefined],
	['nu\u0000l', undefined],
	['x'.repeat(201), undefined],
	[true, undefined],
	[null, undefined],
	[['a'], undefined],
	[{ id: 'a' }, undefined],
])('%j as ID', (value, id) => {
	expect(asId(value)).toBe(id);
});

test('a name in a message is short and on one line', () => {
	expect(quoted('issue.id')).toBe("'issue.id'");
	expect(quoted('a\nb\u0000\u202e')).toBe("'a?b??'");
	expect(quoted('x'.repeat(5000))).toHaveLength(63);
});

test.each(['..', '.', '../accounts/1', 'a/../b', '..%2faccounts%2f1', 'a%2F..', '..\\x'])(
	'%s is no ID: it may lead to another endpoint',
	(value) => {
		expect(asId(value)).toBeUndefined();
	},
);
