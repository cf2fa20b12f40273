import type { ResourceMapperField } from 'n8n-workflow';

import { byHand, fromItem } from '../../../support/mapper';
import { withPylon } from '../../../support/pylon';
import {
	addOtherTypes,
	emptyFields,
	schemaOf,
	withAdded,
	write,
} from './support/writeCustomFields';

const pylon = withPylon({ checkReplies: true });
let schema: ResourceMapperField[];

const before = { plan: { value: 'free' }, products: { value: '', values: ['desk'] } };

beforeEach(async () => {
	addOtherTypes(pylon);
	emptyFields(pylon, before);
	schema = await schemaOf(pylon);
});

const renamed = { name: 'Globex' };

describe('fields that nobody chose stay as they are', () => {
	test.each<[string, () => unknown]>([
		['the mapper was never opened', () => byHand(null)],
		['the mapper was opened and nothing added', () => byHand({}, schema)],
		['no mapper at all', () => null],
		['empty text of an AI model', () => ''],
		['an empty object of an AI model', () => ({})],
	])('%s', async (_, customFields) => {
		const { sent, stored, message } = await write(pylon, {
			customFields: customFields() as never,
			updateFields: renamed,
		});
		expect(message).toBeUndefined();
		expect(sent).toBeUndefined();
		expect(stored).toEqual(before);
	});

	test('read-only fields that were added with all others', async () => {
		const { sent, message } = await write(pylon, {
			customFields: byHand({ notes: 'x' }, withAdded(schema, 'notes', 'crm_stage', 'crm_tier')),
		});
		expect(message).toBeUndefined();
		expect(sent).toEqual([{ slug: 'notes', value: 'x' }]);
	});

	test('and an update with nothing else is refused', async () => {
		const { message, description, changes } = await write(pylon, {
			customFields: byHand({}, schema),
		});
		expect(message).toBe("There is nothing to change: 'Update Fields' is empty");
		expect(description).toBe("Add at least one field under 'Update Fields' or 'Custom Fields'.");
		expect(changes).toBe(0);
	});
});

describe('emptying', () => {
	const nothing = ['={{ null }}', '={{ "" }}', '={{ "  " }}', '={{ $json.none }}'];

	test.each([...nothing, '={{ [] }}'])(
		'%s unsets a field where nothing is to clear, and that alone is a change',
		async (value) => {
			const { sent, stored } = await write(pylon, {
				customFields: byHand({ products: value }, withAdded(schema, 'products')),
				updateFields: { ifEmpty: 'clear' },
			});
			expect(sent).toEqual([{ slug: 'products' }]);
			expect(stored).toEqual({ plan: before.plan });
		},
	);

	test.each(nothing)('%s is refused in an update, if nobody said otherwise', async (value) => {
		const { message, description, changes } = await write(pylon, {
			customFields: byHand({ plan: value }, withAdded(schema, 'plan')),
		});
		expect(message).toBe("'Custom Fields: Plan' is empty");
		expect(description).toContain("'If a Value Is Empty'");
		expect(changes).toBe(0);
	});

	test.each(nothing)('%s is left out where the user wants it so', async (value) => {
		const { sent, stored } = await write(pylon, {
			customFields: byHand({ plan: value, notes: 'x' }, withAdded(schema, 'plan', 'notes')),
			updateFields: { ifEmpty: 'leaveOut' },
		});
		expect(sent).toEqual([{ slug: 'notes', value: 'x' }]);
		expect(stored).toMatchObject({ plan: before.plan });
	});

	test('null in JSON says by itself that the field is to be emptied', async () => {
		const { sent } = await write(pylon, { updateFields: { customFieldsJson: '{"plan":null}' } });
		expect(sent).toEqual([{ slug: 'plan' }]);
	});

	test('a field that was added and left empty is refused', async () => {
		const { message, description, changes } = await write(pylon, {
			customFields: byHand({ notes: 'x' }, withAdded(schema, 'notes', 'plan')),
		});
		expect(message).toBe("The custom field 'Plan' has no value");
		expect(description).toContain('{{ null }}');
		expect(changes).toBe(0);
	});

	test('an expression that finds nothing is refused in the JSON form, too', async () => {
		const { message, changes } = await write(pylon, {
			updateFields: { customFieldsJson: '={{ { plan: $json.none } }}' },
		});
		expect(message).toBe("'Custom Fields: plan' is empty");
		expect(changes).toBe(0);
	});
});

describe('automatic mapping', () => {
	test('takes what the item has of the writable fields, and nothing else', async () => {
		const item = {
			notes: 'New',
			seats: '12',
			products: 'Portal',
			plan: null,
			crm_stage: 'won',
			unknown: 'x',
			id: 'y',
		};
		const { sent, stored } = await write(
			pylon,
			{ customFields: fromItem(schema), updateFields: { ifEmpty: 'clear' } },
			item,
		);
		expect(sent).toEqual(
			expect.arrayContaining([
				{ slug: 'notes', value: 'New' },
				{ slug: 'seats', value: '12' },
				{ slug: 'products', values: ['portal'] },
				{ slug: 'plan' },
			]),
		);
		expect(sent).toHaveLength(4);
		expect(Object.keys(stored ?? {}).sort()).toEqual(['notes', 'products', 'seats']);
	});

	test('an item without any of them changes nothing', async () => {
		const { sent, changes } = await write(
			pylon,
			{ customFields: fromItem(schema), updateFields: renamed },
			{ title: 'x' },
		);
		expect([sent, changes]).toEqual([undefined, 1]);
	});

	test('a mapper that does not know the fields is refused', async () => {
		const { message, description, changes } = await write(
			pylon,
			{ customFields: fromItem([]), updateFields: renamed },
			{ plan: 'team' },
		);
		expect(message).toBe("'Custom Fields' does not know which fields to map");
		expect(description).toMatch(/^Open the node/);
		expect(changes).toBe(0);
	});
});

describe('by slug, without the mapper', () => {
	const fields = {
		plan: 'team',
		products: ['desk', 'portal'],
		seats: 7,
		is_strategic: true,
		handover: '2026-12-31T08:00:00Z',
	};
	const written = [
		{ slug: 'plan', value: 'team' },
		{ slug: 'products', values: ['desk', 'portal'] },
		{ slug: 'seats', value: '7' },
		{ slug: 'is_strategic', value: 'true' },
		{ slug: 'handover', value: '2026-12-31T08:00:00Z' },
	];

	test.each<[string, () => Record<string, unknown>]>([
		['an expression in place of the mapper', () => ({ customFields: '={{ $json.fields }}' })],
		['an object in its place', () => ({ customFields: fields })],
		['JSON text in its place', () => ({ customFields: JSON.stringify(fields) })],
		[
			'an expression as its value',
			() => ({ customFields: { ...byHand(null), value: '={{ $json.fields }}' } }),
		],
		[
			'the JSON form by expression',
			() => ({ updateFields: { customFieldsJson: '={{ $json.fields }}' } }),
		],
		[
			'the JSON form as text',
			() => ({ updateFields: { customFieldsJson: JSON.stringify(fields) } }),
		],
	])('%s', async (_, parameters) => {
		const { sent, message } = await write(pylon, parameters() as never, { fields });
		expect(message).toBeUndefined();
		expect(sent).toEqual(written);
	});

	test('a date is a moment, and text stays as it is', async () => {
		const customFields = {
			handover: '={{ new Date(Date.UTC(2026, 11, 31, 8)) }}',
			notes: '2026-12-31',
		};
		const { sent } = await write(pylon, { customFields });
		expect(sent).toEqual([
			{ slug: 'handover', value: '2026-12-31T08:00:00Z' },
			{ slug: 'notes', value: '2026-12-31' },
		]);
	});

	test('with a mapper that knows the fields, labels are options here too, and read-only ones are refused', async () => {
		const customFields = byHand({}, schema);
		const labels = await write(pylon, {
			customFields,
			updateFields: { customFieldsJson: '{"plan":"Team","products":"Desk, Portal"}' },
		});
		expect(labels.sent).toEqual([
			{ slug: 'plan', value: 'team' },
			{ slug: 'products', values: ['desk', 'portal'] },
		]);
		const readOnly = await write(pylon, {
			customFields,
			updateFields: { customFieldsJson: '{"crm_stage":"won"}' },
		});
		expect(readOnly.message).toBe("The custom field 'CRM stage (read-only)' cannot be changed");
	});

	test('both at once, but no field twice', async () => {
		const customFields = byHand({ plan: 'team' }, withAdded(schema, 'plan'));
		const both = await write(pylon, {
			customFields,
			updateFields: { customFieldsJson: '{"notes":"x"}' },
		});
		expect(both.sent).toEqual([
			{ slug: 'plan', value: 'team' },
			{ slug: 'notes', value: 'x' },
		]);
		const twice = await write(pylon, {
			customFields,
			updateFields: { customFieldsJson: '{"plan":"free"}' },
		});
		expect(twice).toMatchObject({ message: "The custom field 'plan' is there twice", changes: 0 });
	});

	test.each<[string, Record<string, unknown>, string]>([
		[
			'the whole yields nothing',
			{ customFields: '={{ $json.none }}' },
			"'Custom Fields' yields nothing",
		],
		[
			'the JSON form yields nothing',
			{ updateFields: { customFieldsJson: '={{ $json.none }}' } },
			"'Custom Fields (JSON)' yields nothing",
		],
		[
			'no JSON',
			{ updateFields: { customFieldsJson: '{plan' } },
			"'Custom Fields (JSON)' is not JSON",
		],
		['a list', { customFields: '={{ [1] }}' }, "'Custom Fields' has to be an object"],
		[
			'a record inside',
			{ updateFields: { customFieldsJson: '{"notes":{"id":"x"}}' } },
			"'Custom Fields: Notes' has to be text",
		],
	])('%s: nothing is sent', async (_, parameters, message) => {
		const written = await write(pylon, parameters as never);
		expect(written.message).toContain(message);
		expect(written.changes).toBe(0);
	});

	test('what only Pylon knows is said in its words', async () => {
		expect((await write(pylon, { customFields: { nonsense: 'x' } as never })).message).toContain(
			'nonsense',
		);
	});
});
