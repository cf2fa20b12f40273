import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon, type Json } from './support';

const bench = withPylon();
const { globex } = seedIds.accounts;
const write = (...custom_fields: unknown[]) =>
	bench().call('PATCH', `/accounts/${globex}`, { custom_fields });

test('are written as an array of texts and read as a map; what is not listed stays', async () => {
	const { data } = (
		await write(
			{ slug: 'seats', value: '12' },
			{ slug: 'is_strategic', value: 'true' },
			{ slug: 'renewal_date', value: '2027-01-31' },
			{ slug: 'products', values: ['desk', 'portal'] },
			{ slug: 'success_manager', value: seedIds.users.omar },
			{ slug: 'notes', value: '' },
		)
	).body;
	expect(data.custom_fields).toEqual({
		plan: { value: 'enterprise' },
		seats: { value: '12' },
		is_strategic: { value: 'true' },
		renewal_date: { value: '2027-01-31' },
		products: { value: '', values: ['desk', 'portal'] },
		success_manager: { value: seedIds.users.omar },
		notes: { value: '' },
	});
});

test('an entry without a value unsets the field', async () => {
	expect((await write({ slug: 'plan' })).body.data.custom_fields).toEqual({
		seats: { value: '10' },
	});
});

test.each([
	[{ slug: 'none', value: 'x' }, 'custom_fields: no account field has the slug "none"'],
	[{ slug: 'PLAN', value: 'free' }, 'custom_fields: no account field has the slug "PLAN"'],
	[{ value: 'x' }, 'custom_fields: no account field has the slug ""'],
	[{ slug: 'crm_stage', value: 'won' }, 'custom_fields.crm_stage: is read-only'],
	[{ slug: 'seats', value: 'many' }, 'custom_fields.seats: "many" is not a whole number'],
	[{ slug: 'seats', value: '1.5' }, 'custom_fields.seats: "1.5" is not a whole number'],
	[{ slug: 'seats', value: 12 }, 'custom_fields.0.value: must be string'],
	[
		{ slug: 'is_strategic', value: 'yes' },
		'custom_fields.is_strategic: "yes" is neither "true" nor "false"',
	],
	[
		{ slug: 'renewal_date', value: '31.01.2027' },
		'custom_fields.renewal_date: "31.01.2027" is not a date like 2026-01-31',
	],
	[
		{ slug: 'renewal_date', value: '2027-02-30' },
		'custom_fields.renewal_date: "2027-02-30" is not a date',
	],
	[
		{ slug: 'plan', value: 'Enterprise' },
		'custom_fields.plan: "Enterprise" is not the slug of an option',
	],
	[{ slug: 'plan', values: ['free'] }, 'custom_fields.plan: takes value, not values'],
	[{ slug: 'products', value: 'desk' }, 'custom_fields.products: takes values, not value'],
	[
		{ slug: 'products', values: ['desk', 'oven'] },
		'custom_fields.products: "oven" is not the slug of an option',
	],
	[
		{ slug: 'products', value: 'desk', values: ['desk'] },
		'custom_fields.products: value excludes values',
	],
	[
		{ slug: 'success_manager', value: 'Omar' },
		'custom_fields.success_manager: "Omar" is not the id of a user',
	],
])('%j is refused', async (entry, text) => {
	expectRefusal(await write(entry), 400, text);
});

test('an object map (as some documents have it) and a slug given twice are refused', async () => {
	const map = await bench().call('PATCH', `/accounts/${globex}`, {
		custom_fields: { plan: 'free' },
	});
	expectRefusal(map, 400, 'custom_fields: must be array');
	expectRefusal(
		await write({ slug: 'plan', value: 'free' }, { slug: 'plan', value: 'team' }),
		400,
		'custom_fields.plan: is given twice',
	);
});

test('the definitions are listed per object type and read by id', async () => {
	const { data } = (await bench().get('/custom-fields?object_type=account')).body;
	const fields = data as unknown as Json[];
	expect(fields.map((field) => field.type).sort()).toEqual([
		'boolean',
		'date',
		'date',
		'multiselect',
		'number',
		'select',
		'text',
		'text',
		'text',
		'user',
	]);
	const plan = fields.find((field) => field.slug === 'plan') as Json;
	expect(plan.select_metadata.options[0]).toEqual({ slug: 'free', label: 'Free' });
	expect(fields.find((field) => field.slug === 'crm_stage')).toMatchObject({
		is_read_only: true,
		source: 'hubspot',
	});
	expect((await bench().get(`/custom-fields/${plan.id}`)).body.data).toEqual(plan);
	expectRefusal(await bench().get('/custom-fields'), 400, 'object_type is required');
	expectRefusal(await bench().get('/custom-fields/none'), 404, 'Custom field not found!');
});

test('a definition is created, used and changed', async () => {
	const created = await bench().call('POST', '/custom-fields', {
		object_type: 'contact',
		label: 'Shirt size',
		type: 'select',
		select_options: [{ label: 'Small' }, { slug: 'l', label: 'Large' }],
		default_value: 'l',
	});
	expect(created.body.data).toMatchObject({
		slug: 'shirt_size',
		select_metadata: { options: [{ slug: 'small' }, { slug: 'l' }] },
	});
	const contact = await bench().call('POST', '/contacts', { name: 'Zoe' });
	expect(contact.body.data.custom_fields.shirt_size.value).toBe('l');
	const { id } = created.body.data;
	const changed = await bench().call('PATCH', `/custom-fields/${id}`, {
		label: 'Size',
		select_options: [{ slug: 'xl', label: 'XL' }],
	});
	expect(changed.body.data).toMatchObject({
		label: 'Size',
		slug: 'shirt_size',
		select_metadata: { options: [{ slug: 'xl', label: 'XL' }] },
	});
});

test.each([
	[{ object_type: 'account', label: 'Plan', type: 'text' }, 'slug: "plan" is already in use'],
	[
		{ object_type: 'account', label: 'Colour', type: 'select' },
		'select_options: a select field needs options',
	],
	[
		{ object_type: 'account', label: 'Colour', type: 'text', select_options: [{ label: 'Red' }] },
		'select_options: a text field has no options',
	],
	[{ object_type: 'account', label: ' ', type: 'text' }, 'label: must not be empty'],
	[
		{ object_type: 'account', label: 'A', type: 'colour' },
		'type: must be equal to one of the allowed values',
	],
])('defining %j is refused', async (body, text) => {
	expectRefusal(await bench().call('POST', '/custom-fields', body), 400, text);
});

test('datetime, decimal and url fields check their values too', async () => {
	for (const type of ['datetime', 'decimal', 'url']) {
		await bench().call('POST', '/custom-fields', { object_type: 'account', label: type, type });
	}
	expect(
		(
			await write(
				{ slug: 'datetime', value: '2026-01-31T10:00:00+01:00' },
				{ slug: 'decimal', value: '-1.5' },
				{ slug: 'url', value: 'https://a.example/b' },
			)
		).status,
	).toBe(200);
	expectRefusal(
		await write({ slug: 'datetime', value: '2026-01-31 10:00' }),
		400,
		'is not an RFC3339 time',
	);
	expectRefusal(await write({ slug: 'decimal', value: '1,5' }), 400, 'is not a number');
	expectRefusal(await write({ slug: 'url', value: 'a.example' }), 400, 'is not a URL');
});
