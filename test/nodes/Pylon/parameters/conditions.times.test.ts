import { FILTERABLE } from '../../../../nodes/Pylon/parameters/filter/filterable';
import {
	builtInFieldValue,
	customFieldValue,
} from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { clock } from '../../../../nodes/shared/client/clock';
import { withPylon } from '../../../support/pylon';
import { search, withConditions } from './support/search';

const pylon = withPylon({ checkReplies: true });
const real = clock.now;
const createdAt = builtInFieldValue(FILTERABLE.issues, 'created_at');
const dueDate = builtInFieldValue(FILTERABLE.tasks, 'due_date');

beforeEach(() => {
	clock.now = () => Date.parse('2026-11-20T12:00:00.700Z');
});
afterEach(() => {
	clock.now = real;
});

test.each([
	['in_the_last', 90, 'minutes', 'time_is_after', '2026-11-20T10:30:00Z'],
	['in_the_last', 5, 'hours', 'time_is_after', '2026-11-20T07:00:00Z'],
	['in_the_last', 7, 'days', 'time_is_after', '2026-11-13T12:00:00Z'],
	['more_than_ago', 2, 'weeks', 'time_is_before', '2026-11-06T12:00:00Z'],
	['more_than_ago', 0.5, 'days', 'time_is_before', '2026-11-20T00:00:00Z'],
])('%s %d %s', async (operator, amount, unit, sent, value) => {
	const { filters, message } = await search(
		pylon,
		withConditions({ field: createdAt, operator, amount, unit }),
		{ timezone: 'Asia/Tokyo' },
	);
	expect(message).toBeUndefined();
	expect(filters).toEqual([{ field: 'created_at', operator: sent, value }]);
});

test('the last seven days, if nothing else is said', async () => {
	const { filters } = await search(
		pylon,
		withConditions({ field: createdAt, operator: 'in_the_last' }),
	);
	expect(filters).toEqual([
		{ field: 'created_at', operator: 'time_is_after', value: '2026-11-13T12:00:00Z' },
	]);
});

test('amount and unit by expression', async () => {
	const condition = {
		field: createdAt,
		operator: 'in_the_last',
		amount: '={{ $json.n }}',
		unit: '={{ $json.unit }}',
	};
	const { filters } = await search(pylon, withConditions(condition), {
		items: [{ n: '3', unit: 'hours' }],
	});
	expect(filters).toEqual([
		{ field: 'created_at', operator: 'time_is_after', value: '2026-11-20T09:00:00Z' },
	]);
});

describe('what may lie ahead', () => {
	test.each([
		['in_the_last', ['2026-11-18T12:00:00Z', '2026-11-20T12:00:00Z']],
		['in_the_next', ['2026-11-20T12:00:00Z', '2026-11-22T12:00:00Z']],
	])('due dates %s two days', async (operator, values) => {
		const condition = { field: dueDate, operator, amount: 2, unit: 'days' };
		const { filters } = await search(pylon, withConditions(condition), { resource: 'task' });
		expect(filters).toEqual([{ field: 'due_date', operator: 'time_range', values }]);
	});

	test('dates in custom fields', async () => {
		const condition = {
			field: customFieldValue('promised_on', 'date'),
			operator: 'in_the_last',
			amount: 1,
			unit: 'weeks',
		};
		const { filters } = await search(pylon, withConditions(condition));
		expect(filters).toEqual([
			{
				field: 'promised_on',
				operator: 'time_range',
				values: ['2026-11-13T12:00:00Z', '2026-11-20T12:00:00Z'],
			},
		]);
	});
});

describe('moments', () => {
	test('hold in the time zone of the workflow', async () => {
		const condition = {
			field: createdAt,
			operator: 'time_range',
			from: '2026-12-01',
			to: '2026-12-02T09:00',
		};
		const { filters } = await search(pylon, withConditions(condition), {
			timezone: 'America/New_York',
		});
		expect(filters).toEqual([
			{
				field: 'created_at',
				operator: 'time_range',
				values: ['2026-12-01T05:00:00Z', '2026-12-02T14:00:00Z'],
			},
		]);
	});

	test('come from an expression', async () => {
		const condition = {
			field: createdAt,
			operator: 'time_is_before',
			date: '={{ DateTime.fromISO($json.at).minus({ days: 1 }) }}',
		};
		const { filters } = await search(pylon, withConditions(condition), {
			items: [{ at: '2026-12-02T09:00:00Z' }],
		});
		expect(filters).toEqual([
			{ field: 'created_at', operator: 'time_is_before', value: '2026-12-01T09:00:00Z' },
		]);
	});
});

test('the last days find what is in them', async () => {
	clock.now = real;
	const { items } = await search(
		pylon,
		withConditions({ field: createdAt, operator: 'in_the_last', amount: 4, unit: 'days' }),
	);
	expect(items.map(({ json }) => json.number)).toEqual([103, 102, 101, 100]);
});
