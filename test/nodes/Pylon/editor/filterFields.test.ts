import type { INodeParameters } from 'n8n-workflow';

import { FILTERABLE, type Filterable } from '../../../../nodes/Pylon/parameters/filter/filterable';
import { FIELD_LABELS } from '../../../../nodes/Pylon/editor/filterFields.labels';
import { fieldNameIn } from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { openDropDown } from '../../../support/loadOptions';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { SEARCHED_RESOURCES } from '../../../support/searchedResources';

const pylon = withPylon({ checkReplies: true });
const loopback = withLoopback();
const open = async (parameters: INodeParameters, credentials = pylon.credentials) =>
	await openDropDown(new Pylon(), 'getFilterFields', credentials, {
		operation: 'search',
		...parameters,
	});

const kinds = Object.keys(SEARCHED_RESOURCES) as Array<keyof typeof FILTERABLE>;

test.each(kinds)(
	'%s: every built-in field and every custom one of the kind, once, by name',
	async (kind) => {
		const { fields, customFieldsOf }: Filterable = FILTERABLE[kind];
		const options = await open({ resource: SEARCHED_RESOURCES[kind] });
		const custom = [...pylon.sim.state.customFields.values()].filter(
			({ object_type: of }) => of === customFieldsOf,
		);
		const offered = options.filter(({ value }) => value !== 'bySlug');
		expect(offered.map(({ value }) => fieldNameIn(String(value))).sort()).toEqual(
			[...Object.keys(fields), ...custom.map(({ slug }) => slug)].sort(),
		);
		expect(options.length - offered.length).toBe(customFieldsOf === undefined ? 0 : 1);
		const names = offered.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
		const asked = customFieldsOf === undefined || customFieldsOf === 'any' ? [] : [customFieldsOf];
		expect(pylon.sim.requests.map(({ query }) => query?.object_type)).toEqual(asked);
	},
);

test('names are for people, values say which operators there are', async () => {
	expect(await open({ resource: 'issue' })).toEqual(
		expect.arrayContaining([
			{ name: 'Created At', value: 'time:created_at' },
			expect.objectContaining({ name: 'State', value: 'list:match:state' }),
			{
				name: 'Priority',
				value: 'list:match-set-not_equals:priority',
				description: 'Custom field priority, select: urgent, high, medium, low',
			},
		]),
	);
});

test('every built-in field has its own name within a search', () => {
	for (const { fields } of Object.values<Filterable>(FILTERABLE)) {
		const names = Object.keys(fields).map((field) => FIELD_LABELS[field]?.name);
		expect(names).not.toContain(undefined);
		expect(new Set(names).size).toBe(names.length);
	}
});

test('no custom field: the built-in ones', async () => {
	pylon.sim.state.customFields.clear();
	const values = (await open({ resource: 'contact' })).map(({ value }) =>
		fieldNameIn(String(value)),
	);
	expect(values).toEqual(['account_id', 'email', 'id', 'name', 'bySlug']);
});

test('one custom field, whose choices have labels of their own', async () => {
	const { customFields } = pylon.sim.state;
	const plan = [...customFields.values()].find(({ slug }) => slug === 'plan');
	customFields.clear();
	if (plan)
		customFields.set(plan.id, {
			...plan,
			options: [
				{ slug: 'ent', label: 'Enterprise' },
				{ slug: 'free', label: 'Free' },
			],
		});
	expect(
		(await open({ resource: 'account' })).filter(({ description }) =>
			description?.startsWith('Custom'),
		),
	).toEqual([
		{
			name: 'Plan',
			value: 'list:match-set-not_equals:plan',
			description: 'Custom field plan, select: ent (Enterprise), free',
		},
	]);
});

test('a thousand custom fields, one named like a built-in field', async () => {
	const { customFields } = pylon.sim.state;
	const [first] = customFields.values();
	customFields.clear();
	for (let index = 0; index < 1000; index++) {
		const slug = index === 0 ? 'state' : `field_${index}`;
		customFields.set(`id-${index}`, {
			...first,
			id: `id-${index}`,
			object_type: 'issue',
			slug,
			label: `Field ${index}`,
			type: 'text',
		});
	}
	const options = await open({ resource: 'issue' });
	expect(options).toHaveLength(Object.keys(FILTERABLE.issues.fields).length + 999 + 1);
	expect(options.filter(({ value }) => fieldNameIn(String(value)) === 'state')).toHaveLength(1);
	expect(pylon.sim.requests).toHaveLength(1);
});

test.each([
	[
		'an unknown token',
		{ apiToken: 'unknown' },
		/^Entries from your workspace are missing: Pylon does not know this API token\. An admin/,
	],
	['no base URL', { baseUrl: 'pylon' }, /^Entries from your workspace are missing: 'Base URL'/],
])('%s: the built-in fields, with the reason', async (_, changes, reason) => {
	const options = (
		await open({ resource: 'account' }, { ...pylon.credentials, ...changes })
	).filter(({ value }) => value !== 'bySlug');
	expect(options.map(({ value }) => fieldNameIn(String(value))).sort()).toEqual(
		Object.keys(FILTERABLE.accounts.fields).sort(),
	);
	for (const { description } of options) expect(description).toMatch(reason);
});

test('a failing server: the same', async () => {
	const server = await loopback.serve((_, response) => response.writeHead(500).end());
	const options = await open(
		{ resource: 'account' },
		{ ...pylon.credentials, baseUrl: server.url },
	);
	expect(options).toHaveLength(Object.keys(FILTERABLE.accounts.fields).length + 1);
	expect(options[0].description).toMatch(/^Entries from your workspace are missing: \w/);
});

test('a resource without a search has no fields', async () => {
	expect(await open({ resource: 'macro' })).toEqual([]);
});
