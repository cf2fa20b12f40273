import type { INodeProperties } from 'n8n-workflow';
import { filterFields } from '../../../../nodes/Pylon/parameters/filter/searchFields';
import { resources } from '../../../../nodes/Pylon/operations';
import { propertiesOf } from '../../../../nodes/Pylon/description/buildProperties';

const properties = propertiesOf(resources);
const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value: operation, fields }) => ({ name: `${resource}: ${operation}`, resource, operation, fields })),
);

/** What the assembler moves to the end. */
const comesLast = (field: INodeProperties) =>
	field.type === 'collection' || field.type === 'resourceMapper' || filterFields.includes(field);

/** Names of parameters of an operation, in the order of the editor. */
const shown = (resource: string, operation: string, names: Set<string>) =>
	properties
		.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource) && displayOptions.show.operation?.includes(operation))
		.map(({ name }) => name)
		.filter((name) => names.has(name));

test.each(operations)('$name has its parameters in the order of its file', ({ resource, operation, fields }) => {
	const names = fields.filter((field) => !comesLast(field)).map(({ name }) => name);
	expect(shown(resource, operation, new Set(names))).toEqual(names);
});

test.each(operations)('$name says what comes out after what has to be filled in', ({ resource, operation, fields }) => {
	const names = shown(resource, operation, new Set(fields.map(({ name }) => name)));
	const required = fields.filter(({ name, required: isRequired }) => isRequired === true && name !== 'selectedFields').map(({ name }) => names.indexOf(name));
	const at = names.indexOf('output');
	if (at >= 0) expect(at).toBeGreaterThan(Math.max(-1, ...required));
	else expect(fields.some(({ name }) => name === 'output')).toBe(false);
});
