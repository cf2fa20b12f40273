import { NodeHelpers } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import { nodeOf } from '../../../support/additionalData';

const type = new Pylon();
const mappers = type.description.properties.filter(({ type: kind }) => kind === 'resourceMapper');
const all = resources.flatMap(({ value: resource, operations }) =>
	operations.map((operation) => ({ resource, operation })),
);

/** Each costs every item: n8n walks through all definitions that are stored with the node for every property. */
test('few properties hold the mapper of custom fields', () => {
	expect(mappers.map(({ name }) => name)).toEqual(mappers.map(() => 'customFields'));
	expect(mappers.length).toBeLessThanOrEqual(3);
});

test('the mapper is shown once where an operation has it, and nowhere else', () => {
	const expected = all.map(({ resource, operation: { value, fields } }) => [
		`${resource}: ${value}`,
		fields.filter(({ type: kind }) => kind === 'resourceMapper').length,
	]);
	const shown = all.map(({ resource, operation: { value } }) => {
		const node = nodeOf(type, { parameters: { resource, operation: value } }, false);
		const visible = mappers.filter((property) =>
			NodeHelpers.displayParameter(node.parameters, property, node, type.description),
		);
		return [`${resource}: ${value}`, visible.length];
	});
	expect(shown).toEqual(expected);
	expect(expected.filter(([, count]) => count === 1).length).toBeGreaterThan(10);
});

test('every operation with the mapper takes fields by slug, too', () => {
	for (const { resource, operation } of all.filter(({ operation: { fields } }) =>
		fields.some(({ name, type: kind }) => name === 'customFields' && kind === 'resourceMapper'),
	)) {
		const collections = operation.fields.filter(({ type: kind }) => kind === 'collection');
		const names = collections.flatMap(({ options = [] }) => options.map(({ name }) => name));
		expect([resource, operation.value, names.includes('customFieldsJson')]).toEqual([
			resource,
			operation.value,
			true,
		]);
	}
});
