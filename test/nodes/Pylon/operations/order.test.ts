import type { INodeProperties } from 'n8n-workflow';
import { filterFields } from '../../../../nodes/Pylon/parameters/filter/searchFields';
import { isOutputField } from '../../../../nodes/Pylon/parameters/output/outputFields';
import { resources } from '../../../../nodes/Pylon/operations';
import { propertiesOf } from '../../../../nodes/Pylon/description/buildProperties';

const properties = propertiesOf(resources);
const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value: operation, fields }) => ({
		name: `${resource}: ${operation}`,
		resource,
		operation,
		fields,
	})),
);

/** What the assembler moves to the end. */
const comesLast = (field: INodeProperties) =>
	field.type === 'collection' ||
	field.type === 'resourceMapper' ||
	filterFields.includes(field) ||
	isOutputField(field);

/** Names of parameters of an operation, in the order of the editor. */
const shown = (resource: string, operation: string, names: Set<string>) =>
	properties
		.filter(
			({ displayOptions }) =>
				displayOptions?.show?.resource?.includes(resource) &&
				displayOptions.show.operation?.includes(operation),
		)
		.map(({ name }) => name)
		.filter((name) => names.has(name));

test.each(operations)(
	'$name has its parameters in the order of its file',
	({ resource, operation, fields }) => {
		const names = fields.filter((field) => !comesLast(field)).map(({ name }) => name);
		expect(shown(resource, operation, new Set(names))).toEqual(names);
	},
);

test.each(operations)('$name says what comes out at the end', ({ resource, operation, fields }) => {
	const names = shown(resource, operation, new Set(fields.map(({ name }) => name)));
	const own = fields.filter(isOutputField).map(({ name }) => name);
	expect(names.slice(names.length - own.length)).toEqual(own);
});
