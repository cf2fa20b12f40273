import type { INodeParameters } from 'n8n-workflow';

import { FILTERABLE, type Filterable } from '../../../../nodes/Pylon/parameters/filter/filterable';
import {
	builtInFieldValue,
	customFieldValue,
	LISTED,
} from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { seedIds } from '../../../../sandbox/pylon';
import { openDropDown, searchList } from '../../../support/loadOptions';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();
const node = new Pylon();

const RESOURCES: Partial<Record<keyof typeof FILTERABLE, string>> = {
	accounts: 'account',
	callRecordings: 'callRecording',
	contacts: 'contact',
	issues: 'issue',
	projects: 'project',
	tasks: 'task',
};

/** A condition in a row of its own, and one within a group. */
const PLACES: Array<[string, string, (condition: INodeParameters) => INodeParameters]> = [
	['', 'parameters.conditions.condition[0]', (one) => ({ condition: [one] })],
	[
		' in a group',
		'parameters.conditions.group[0].conditions.condition[0]',
		(one) => ({ group: [{ conditions: { condition: [one] } }] }),
	],
];

const [, ROW, asRow] = PLACES[0];

async function valuesOf(
	field: string,
	{ resource = 'issue', filter = '', place = ROW, kept = asRow } = {},
): Promise<Array<{ name: string; value: unknown }>> {
	const parameters = { resource, operation: 'search', conditions: kept({ field }) };
	const one = await searchList(node, 'searchFilterValues', pylon.credentials, {
		filter,
		parameters,
		path: `${place}.choice`,
	});
	const several = await openDropDown(
		node,
		'getFilterValues',
		pylon.credentials,
		parameters,
		`${place}.choices`,
	);
	const values = one.results.map(({ name, value }) => ({ name, value }));
	// Both lists offer the same, unless something was typed.
	if (filter === '')
		expect(several.map(({ value }) => value)).toEqual(
			expect.arrayContaining(values.map(({ value }) => value)),
		);
	return values;
}

const issueField = (field: string) => builtInFieldValue(FILTERABLE.issues, field);

const listed = Object.entries(RESOURCES).flatMap(([kind, resource]) => {
	const filterable: Filterable = FILTERABLE[kind as keyof typeof FILTERABLE];
	return Object.keys(filterable.fields)
		.map((field) => builtInFieldValue(filterable, field))
		.filter((value) => value.startsWith(LISTED))
		.map((value) => ({ resource, value }));
});

test.each(listed)('$resource: $value has values to choose from', async ({ resource, value }) => {
	expect((await valuesOf(value, { resource })).length).toBeGreaterThan(0);
});

describe.each(PLACES)('a condition%s', (_, place, kept) => {
	test('about the state: those of the workspace', async () => {
		const values = await valuesOf(issueField('state'), { place, kept });
		expect(values).toContainEqual({ name: 'Escalated', value: 'escalated' });
		expect(values).toContainEqual({ name: 'Waiting on you', value: 'waiting_on_you' });
	});
});

test('tags of issues are no tags of accounts', async () => {
	const issues = await valuesOf(issueField('tags'));
	const accounts = await valuesOf(builtInFieldValue(FILTERABLE.accounts, 'tags'), {
		resource: 'account',
	});
	expect(issues.map(({ value }) => value)).toContain('billing');
	expect(accounts.map(({ value }) => value)).not.toContain('billing');
});

test.each([
	['select', 'priority', { name: 'High', value: 'high' }],
	['multiselect', 'platforms', { name: 'Web', value: 'web' }],
	['boolean', 'is_regression', { name: 'True', value: 'true' }],
	['user', 'engineer', { name: 'Nora Keller (nora@northwind.example)', value: seedIds.users.nora }],
])('a custom field of the type %s', async (type, slug, expected) => {
	expect(await valuesOf(customFieldValue(slug, type))).toContainEqual(expected);
});

test('what is typed is looked for', async () => {
	expect(await valuesOf(issueField('state'), { filter: 'waiting on y' })).toEqual([
		{ name: 'Waiting on you', value: 'waiting_on_you' },
	]);
	expect(await valuesOf(issueField('account_id'), { filter: 'globex' })).toEqual([
		{ name: expect.stringMatching(/^Globex/), value: seedIds.accounts.globex },
	]);
});

test('without a field: what to do first', async () => {
	await expect(valuesOf('')).rejects.toThrow("Choose the 'Field' of the condition first");
});

test('the polling trigger has them, too', async () => {
	const parameters = {
		event: 'issue_created',
		conditions: { condition: [{ field: issueField('state') }] },
	};
	const { results } = await searchList(
		new PylonPollingTrigger(),
		'searchFilterValues',
		pylon.credentials,
		{ parameters, path: `${ROW}.choice` },
	);
	expect(results).toContainEqual({ name: 'Escalated', value: 'escalated' });
});
