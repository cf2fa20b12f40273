import type { INodeProperties } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { partOf } from '../../../../nodes/Pylon/description/orderParameters';
import { withCommonFields } from '../../../../nodes/Pylon/description/buildProperties';
import { resources } from '../../../../nodes/Pylon/operations';

/** The order of lists and forms, as the editor shows them. */
const { properties } = new Pylon().description;

const optionsOf = (name: string, resource?: string): string[] =>
	properties
		.filter(
			(property) =>
				property.name === name &&
				(resource === undefined || property.displayOptions?.show?.resource?.includes(resource)),
		)
		.flatMap(({ options = [] }) => options.map((option) => option.name));

const shownFor = (resource: string, operation: string): INodeProperties[] =>
	properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation),
	);

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value }) => ({ resource, operation: value })),
);

test('the resources that are used most come first, API Request last', () => {
	const names = optionsOf('resource');
	expect(names.slice(0, 7)).toEqual(['Issue', 'Contact', 'Account', 'User', 'Team', 'Tag', 'Task']);
	expect(names.at(-1)).toBe('API Request');
});

test('the operations of issues that are used most come first', () => {
	expect(optionsOf('operation', 'issue').slice(0, 9)).toEqual([
		'Create',
		'Update',
		'Reply',
		'Send and Wait for Response',
		'Add Note',
		'Get',
		'Get Many',
		'Search',
		'Snooze',
	]);
});

/** What most resources have, in the order that all of them keep; every other operation stands between Search and Delete. */
const COMMON = [
	'Create',
	'Create or Update',
	'Update',
	'Update Many',
	'Get',
	'Get Many',
	'Search',
	'Delete',
];

test.each(resources.map(({ value }) => value))(
	'%s: its common operations stand in one order, and Delete comes last',
	(resource) => {
		const names = optionsOf('operation', resource);
		const common = names.filter((name) => COMMON.includes(name));
		expect(common).toEqual(COMMON.filter((name) => common.includes(name)));
		if (names.includes('Delete')) expect(names.at(-1)).toBe('Delete');
	},
);

const ORDER = ['record', 'filter', 'changes', 'customFields', 'options', 'output'];

test.each(operations)(
	'$resource: $operation shows its record first, then what is changed, and what comes out last',
	({ resource, operation }) => {
		const { fields: declared, requestParameter } =
			withCommonFields(resources)
				.find(({ value }) => value === resource)
				?.operations.find(({ value }) => value === operation) ?? {};
		expect(declared).toBeDefined();
		const part = (field: INodeProperties) => ORDER.indexOf(partOf(field));
		const parts = (declared ?? []).map(part);
		expect(parts).toEqual([...parts].sort((one, other) => one - other));
		const shown = shownFor(resource, operation).filter(
			({ name, type }) => type !== 'notice' && name !== requestParameter,
		);
		const names = (fields: INodeProperties[]) => fields.map(({ name }) => name);
		expect(names(shown)).toEqual(names((declared ?? []).filter(({ type }) => type !== 'notice')));
	},
);

test.each([
	['contact', 'create', ['name', 'email', 'accountId']],
	['contact', 'upsert', ['name', 'email', 'externalId', 'accountId']],
	['account', 'create', ['name', 'domain']],
	['account', 'upsert', ['name', 'domain', 'externalId']],
	['account', 'merge', ['dryRun', 'accountId', 'mergeAccountIds']],
	['issue', 'update', ['issueId', 'updateFields', 'customFields', 'output']],
])('%s: %s begins with what it needs', (resource, operation, first) => {
	const names = shownFor(resource, operation)
		.filter(({ name, type }) => type !== 'notice' && name !== 'letModelDecide')
		.map(({ name }) => name);
	expect(names.slice(0, first.length)).toEqual(first);
});
