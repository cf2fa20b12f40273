import { byHand, fromItem } from '../../../support/mapper';
import { withAdded, write } from './support/writeCustomFields';
import { pylon, schema, before } from './support/customFields';

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
