import { areMet, isTrue, needsRecord, pathOf } from '../../../nodes/PylonTrigger/decide/conditions';
import { findField } from '../../../nodes/PylonTrigger/fieldPath';
import type { Operator } from '../../../nodes/PylonTrigger/description/conditions';

const payload = {
	state: 'new',
	priority: 2,
	vip: true,
	empty: '',
	tags: ['VIP', 'billing'],
	none: [],
	account: { id: 'a1' },
	left: '{{issue.state}}',
	isOff: false,
	written: 'True',
	hidden: '\u200bnew\u2060',
	invisible: '\u200b\u00a0',
	noEntries: [null, '', '\u200b'],
	email: 'Ada@Example.com',
	domain: 'globex.com',
	domains: ['www.Globex.com', 'globex.net'],
	named: 'constructor',
	long: 'a.'.repeat(100_000),
};

test.each<[string, Operator, string, boolean]>([
	['state', 'equals', 'new', true],
	['state', 'equals', ' NEW ', true],
	['state', 'equals', 'closed', false],
	['priority', 'equals', '2', true],
	['vip', 'equals', 'true', true],
	['tags', 'equals', 'vip', true],
	['tags', 'equals', 'vi', false],
	['account', 'equals', '[object Object]', false],
	['account.id', 'equals', 'A1', true],
	['missing', 'equals', '', false],
	['empty', 'equals', '', false],
	['state', 'notEquals', 'closed', true],
	['missing', 'notEquals', 'closed', true],
	['tags', 'notEquals', 'vip', false],
	['state', 'contains', 'ne', true],
	['state', 'contains', 'x', false],
	['tags', 'contains', 'billing', true],
	['tags', 'contains', 'bill', false],
	['missing', 'contains', '', false],
	['tags', 'notContains', 'urgent', true],
	['tags', 'notContains', 'vip', false],
	['state', 'oneOf', 'closed, New', true],
	['state', 'oneOf', 'closed,on_hold', false],
	['tags', 'oneOf', 'urgent,billing', true],
	['missing', 'oneOf', ',', false],
	['state', 'notOneOf', 'closed,on_hold', true],
	['state', 'notOneOf', 'new', false],
	['state', 'exists', '', true],
	['priority', 'exists', '', true],
	['account', 'exists', '', true],
	['empty', 'exists', '', false],
	['none', 'exists', '', false],
	['left', 'exists', '', false],
	['missing', 'exists', '', false],
	['constructor', 'exists', '', false],
	['vip', 'equals', 'YES', true],
	['vip', 'equals', '1', true],
	['vip', 'equals', 'no', false],
	['vip', 'notEquals', '0', true],
	['isOff', 'equals', 'No', true],
	['isOff', 'oneOf', '0', true],
	['isOff', 'exists', '', true],
	['written', 'equals', 'yes', true],
	['hidden', 'equals', 'new', true],
	['hidden', 'equals', '\u200bNew', true],
	['invisible', 'exists', '', false],
	['noEntries', 'exists', '', false],
	['email', 'equals', 'Ada Lovelace <ada@example.com>', true],
	['email', 'oneOf', 'mailto:ADA@example.com,x@y.example', true],
	['email', 'notEquals', 'bob@example.com', true],
	['email', 'contains', '@example.', true],
	['domain', 'equals', 'WWW.Globex.com.', true],
	['domain', 'contains', 'www.', false],
	['domains', 'contains', 'globex.com', true],
	['domains', 'oneOf', 'www.globex.net', true],
	['named', 'equals', 'constructor', true],
	['named', 'equals', 'toString', false],
	['long', 'equals', 'a.', false],
	['missing', 'notExists', '', true],
	['state', 'notExists', '', false],
])('%s %s %j: %s', (field, operator, value, met) => {
	expect(isTrue(findField(payload, field)?.value, operator, value.split(','))).toBe(met);
});

test.each<[string, Operator, string[], boolean]>([
	['state', 'oneOf', ['a,b', 'New'], true],
	['priority', 'oneOf', ['1', '2'], true],
	['tags', 'notOneOf', ['x', 'vip'], false],
])('%s %s %j: %s', (field, operator, values, met) => {
	expect(isTrue(findField(payload, field)?.value, operator, values)).toBe(met);
});

test('all of them, or any; what is not known counts where it decides', () => {
	expect(areMet([], 'all')).toBe(true);
	expect(areMet([], 'any')).toBe(true);
	expect(areMet([true, false], 'all')).toBe(false);
	expect(areMet([true, false], 'any')).toBe(true);
	expect(areMet([false, false], 'any')).toBe(false);
	expect(areMet([undefined], 'all')).toBeUndefined();
	expect(areMet([true, undefined], 'all')).toBeUndefined();
	expect(areMet([undefined, false], 'all')).toBe(false);
	expect(areMet([undefined, true], 'any')).toBe(true);
	expect(areMet([false, undefined], 'any')).toBeUndefined();
});

test('whether a condition looks at the record, and where', () => {
	const condition = (field: string) => ({ field, operator: 'exists' as const, values: [] });
	expect([needsRecord(condition('record.state')), pathOf(condition('record.state'))]).toEqual([
		true,
		'state',
	]);
	expect([needsRecord(condition('state')), pathOf(condition('state'))]).toEqual([false, 'state']);
	expect([needsRecord(condition('records.state')), pathOf(condition('records.state'))]).toEqual([
		false,
		'records.state',
	]);
});
