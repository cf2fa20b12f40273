import { areMet, needsRecord, type Operator } from '../../../nodes/PylonTrigger/decide/conditions';

const payload = { state: 'new', priority: 2, vip: true, empty: '', tags: ['VIP', 'billing'], none: [], account: { id: 'a1' }, left: '{{issue.state}}' };

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
	['missing', 'notExists', '', true],
	['state', 'notExists', '', false],
])('%s %s %j: %s', (field, operator, value, met) => {
	expect(areMet([{ field, operator, value }], 'all', payload)).toBe(met);
});

const holds = { field: 'state', operator: 'equals', value: 'new' } as const;
const fails = { field: 'state', operator: 'equals', value: 'closed' } as const;

test('all of them, or any', () => {
	expect(areMet([], 'all', payload)).toBe(true);
	expect(areMet([], 'any', payload)).toBe(true);
	expect(areMet([holds, fails], 'all', payload)).toBe(false);
	expect(areMet([holds, fails], 'any', payload)).toBe(true);
	expect(areMet([fails, fails], 'any', payload)).toBe(false);
});

test('of the record, where one was fetched', () => {
	const condition = { field: 'record.state', operator: 'equals', value: 'closed' } as const;
	expect(needsRecord(condition)).toBe(true);
	expect(needsRecord(holds)).toBe(false);
	expect(areMet([condition], 'all', payload, { state: 'closed' })).toBe(true);
	expect(areMet([condition], 'all', payload, { state: 'new' })).toBe(false);
	expect(areMet([condition, holds], 'all', payload, { state: 'closed' })).toBe(true);
});

test('without the record, the others decide as far as they can', () => {
	const condition = { field: 'record.state', operator: 'notEquals', value: 'closed' } as const;
	expect(areMet([condition], 'all', { record: { state: 'new' } })).toBeUndefined();
	expect(areMet([holds, condition], 'all', payload)).toBeUndefined();
	expect(areMet([condition, fails], 'all', payload)).toBe(false);
	expect(areMet([condition, holds], 'any', payload)).toBe(true);
	expect(areMet([fails, condition], 'any', payload)).toBeUndefined();
});
