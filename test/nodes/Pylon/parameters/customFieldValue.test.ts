import type { ResourceMapperField } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byHand } from '../../../support/mapper';
import { withPylon } from '../../../support/pylon';
import {
	addOtherTypes,
	emptyFields,
	schemaOf,
	withAdded,
	write,
} from './support/writeCustomFields';

const pylon = withPylon({ checkReplies: true });
const { nora } = seedIds.users;
let schema: ResourceMapperField[];

beforeEach(async () => {
	addOtherTypes(pylon);
	emptyFields(pylon);
	schema = await schemaOf(pylon);
});

/** One field, its value by expression. */
const writeOne = async (slug: string, value: unknown, timezone?: string) =>
	await write(
		pylon,
		{ customFields: byHand({ [slug]: '={{ $json.value }}' }, withAdded(schema, slug)) },
		{ value } as never,
		timezone,
	);

describe('every type as Pylon takes it', () => {
	test.each<[slug: string, given: unknown, written: { value?: string; values?: string[] }]>([
		['notes', 'RequestInfo for a call', { value: 'RequestInfo for a call' }],
		['notes', 4711, { value: '4711' }],
		['notes', false, { value: 'false' }],
		['seats', 25, { value: '25' }],
		['seats', ' 25 ', { value: '25' }],
		['seats', 0, { value: '0' }],
		['discount', 12.5, { value: '12.5' }],
		['discount', '-0.5', { value: '-0.5' }],
		['is_strategic', true, { value: 'true' }],
		['is_strategic', false, { value: 'false' }],
		['is_strategic', 'True', { value: 'true' }],
		['is_strategic', 0, { value: 'false' }],
		['renewal_date', '2026-12-31', { value: '2026-12-31' }],
		['renewal_date', '2026-12-31T00:00:00', { value: '2026-12-31' }],
		['renewal_date', '2026-12-31T23:30:00Z', { value: '2026-12-31' }],
		['renewal_date', '2026-12-31T00:30:00+09:00', { value: '2026-12-31' }],
		['renewal_date', Date.UTC(2026, 11, 30, 23, 30), { value: '2026-12-31' }],
		['handover', '2026-12-31T09:00', { value: '2026-12-31T08:00:00Z' }],
		['handover', '2026-12-31T09:00:00+09:00', { value: '2026-12-31T00:00:00Z' }],
		['plan', 'team', { value: 'team' }],
		['plan', 'Team', { value: 'team' }],
		['plan', ' ENTERPRISE ', { value: 'enterprise' }],
		['odds', 'Odd, or so', { value: 'odd, or so' }],
		['products', ['desk', 'Portal'], { values: ['desk', 'portal'] }],
		['products', 'Desk, portal, desk', { values: ['desk', 'portal'] }],
		['products', '["Insights"]', { values: ['insights'] }],
		['products', 'Insights', { values: ['insights'] }],
		['success_manager', ` ${nora} `, { value: nora }],
		['success_manager', 'Nora Keller (nora@northwind.example)', { value: nora }],
		['wiki', 'https://wiki.example/globex', { value: 'https://wiki.example/globex' }],
	])('%s: %j', async (slug, given, written) => {
		const { sent, stored, message } = await writeOne(slug, given);
		expect(message).toBeUndefined();
		expect(sent).toEqual([{ slug, ...written }]);
		expect(stored).toEqual({ [slug]: { value: '', ...written } });
	});

	test('the date of a moment that n8n made', async () => {
		const parameters = {
			customFields: byHand(
				{ renewal_date: "={{ DateTime.fromISO('2026-12-31T00:15', { zone: 'Asia/Tokyo' }) }}" },
				schema,
			),
		};
		expect((await write(pylon, parameters)).sent).toEqual([
			{ slug: 'renewal_date', value: '2026-12-31' },
		]);
	});

	test('what the editor writes down without expressions', async () => {
		const value = {
			is_strategic: false,
			seats: 3,
			plan: 'free',
			renewal_date: '2026-05-04T00:00:00',
			products: 'Desk, Portal',
		};
		const { sent } = await write(pylon, {
			customFields: byHand(value, withAdded(schema, ...Object.keys(value))),
		});
		expect(sent).toEqual([
			{ slug: 'is_strategic', value: 'false' },
			{ slug: 'seats', value: '3' },
			{ slug: 'plan', value: 'free' },
			{ slug: 'renewal_date', value: '2026-05-04' },
			{ slug: 'products', values: ['desk', 'portal'] },
		]);
	});
});

describe('a list with a label that has a comma', () => {
	test('on its own and in an array', async () => {
		const field = schema.find(({ id }) => id === 'products');
		const option = { name: 'Desk, the old one', value: 'desk' };
		const changed = schema.map((column) =>
			column.id === 'products'
				? { ...column, options: [...(field?.options ?? []).slice(1), option] }
				: column,
		);
		for (const given of ['Desk, the old one', ['Desk, the old one']]) {
			const { sent } = await write(
				pylon,
				{ customFields: byHand({ products: '={{ $json.given }}' }, changed) },
				{ given } as never,
			);
			expect(sent).toEqual([{ slug: 'products', values: ['desk'] }]);
		}
	});
});

describe('what no field takes: nothing is sent', () => {
	test.each<[slug: string, given: unknown, message: string]>([
		['notes', { a: 1 }, "'Custom Fields: Notes' has to be text"],
		['notes', ['a'], "'Custom Fields: Notes' has to be text"],
		['seats', 'many', "'Custom Fields: Seats' has to be a number"],
		['seats', '1,000', "'Custom Fields: Seats' has to be a number"],
		['seats', true, "'Custom Fields: Seats' has to be a number"],
		['discount', [1], "'Custom Fields: Discount' has to be a number"],
		['is_strategic', 'maybe', "'Custom Fields: Strategic' has to be true or false"],
		['renewal_date', 'soon', "'Custom Fields: Renewal date (YYYY-MM-DD)' is not a date and time"],
		['handover', true, "'Custom Fields: Handover' is not a date and time"],
		['plan', 'gold', `The custom field 'Plan' has no option "gold"`],
		['plan', ['team'], `The custom field 'Plan' has no option ["team"]`],
		['products', 'desk, gold', `The custom field 'Products (one or several)' has no option "gold"`],
		['products', [{ slug: 'desk' }], 'has an entry that is neither text nor number'],
		['success_manager', { id: nora }, "'Custom Fields: Success manager' has to be a single ID"],
		['crm_stage', 'won', "The custom field 'CRM stage' cannot be changed"],
	])('%s: %j', async (slug, given, message) => {
		const written = await writeOne(slug, given);
		expect(written.message).toContain(message);
		expect(written.description).toMatch(/\w/);
		expect(written.changes).toBe(0);
	});

	test('an unknown option is answered with those that there are', async () => {
		expect((await writeOne('plan', 'gold')).description).toMatch(
			/^Its options are Free \(free\), Team \(team\), Enterprise \(enterprise\)\. /,
		);
	});

	test('of many options the first twenty are named', async () => {
		const options = Array.from({ length: 23 }, (_, index) => ({
			name: `Tier ${index}`,
			value: `t${index}`,
		}));
		schema = schema.map((column) => (column.id === 'plan' ? { ...column, options } : column));
		expect((await writeOne('plan', 'gold')).description).toContain('Tier 19 (t19) and 3 more.');
	});
});
