import { byHand } from '../../../support/mapper';
import { withAdded, write } from './support/writeCustomFields';
import { pylon, schema } from './support/customFields';

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

	test('where Pylon lists no field at all, nobody knows that a slug is wrong', async () => {
		pylon.sim.faults.add({ kind: 'data', operationId: 'getCustomFields', value: [] });
		const { sent, message } = await write(pylon, { customFields: { plan: 'team' } });
		expect(message).toBeUndefined();
		expect(sent).toEqual([{ slug: 'plan', value: 'team' }]);
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
		expect(readOnly.message).toBe("The custom field 'CRM stage' cannot be changed");
	});

	test.each<[object, unknown[]]>([
		[{ plan: { value: 'team' } }, [{ slug: 'plan', value: 'team' }]],
		[{ plan: { value: 'team', interpreted_value: 'Team' } }, [{ slug: 'plan', value: 'team' }]],
		[{ plan: { value: 'team', values: [] } }, [{ slug: 'plan', value: 'team' }]],
		[
			{ products: { value: '', values: ['desk'], interpreted_values: ['Desk'] } },
			[{ slug: 'products', values: ['desk'] }],
		],
		[{ products: { value: '', values: [] } }, [{ slug: 'products' }]],
		[{ plan: { slug: 'plan' } }, [{ slug: 'plan' }]],
		[{ plan: { value: null } }, [{ slug: 'plan' }]],
	])('as a record of Pylon has them: %j', async (customFieldsJson, expected) => {
		const { sent, message } = await write(pylon, {
			updateFields: { customFieldsJson: JSON.stringify(customFieldsJson) },
		});
		expect(message).toBeUndefined();
		expect(sent).toEqual(expected);
	});

	test.each([{ plan: { slug: 'other', value: 'team' } }, { plan: { name: 'team' } }, { plan: {} }])(
		'another object is refused: %j',
		async (customFieldsJson) => {
			const { message, changes } = await write(pylon, {
				updateFields: { customFieldsJson: JSON.stringify(customFieldsJson) },
			});
			expect(message).toContain('Plan');
			expect(changes).toBe(0);
		},
	);

	test.each([
		['plann', 'team'],
		['Plan', 'team'],
		['constructor', 'x'],
	])('a slug that the workspace does not have would write nothing: %s', async (slug, value) => {
		for (const parameters of [
			{ updateFields: { customFieldsJson: JSON.stringify({ [slug]: value }) } },
			// n8n itself drops this key from a mapper.
			...(slug === 'constructor' ? [] : [{ customFields: byHand({ [slug]: value }) }]),
		]) {
			const { message, description, changes } = await write(pylon, parameters as never);
			expect(message).toBe(`Your workspace has no custom field '${slug}'`);
			expect(description).toContain('Plan (plan)');
			expect(changes).toBe(0);
		}
	});

	test.each(['account.hubspot.unlisted', 'priority'])(
		'Pylon may not list the fields that it fills in itself: %s is sent',
		async (slug) => {
			const { sent } = await write(pylon, {
				updateFields: { customFieldsJson: JSON.stringify({ [slug]: 'x' }) },
			});
			expect(sent).toEqual([{ slug, value: 'x' }]);
		},
	);

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
		expect(twice).toMatchObject({ message: "The custom field 'plan' appears twice", changes: 0 });
	});

	test.each<[string, Record<string, unknown>, string]>([
		[
			'the whole yields nothing',
			{ customFields: '={{ $json.none }}' },
			"The expression in 'Custom Fields' returns nothing",
		],
		[
			'the JSON form yields nothing',
			{ updateFields: { customFieldsJson: '={{ $json.none }}' } },
			"The expression in 'Custom Fields (JSON)' returns nothing",
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
