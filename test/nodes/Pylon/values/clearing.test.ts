import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { resources } from '../../../../nodes/Pylon/operations';
import type { Operation, Resource } from '../../../../nodes/Pylon/operations/operation';
import { document, operations as documented } from '../../../../sandbox/pylon/document';
import { byId } from '../../../support/locator';
import { leastOf } from '../aiTool/support/arguments';
import { bodyOf, pylon, run } from './support/cases';

interface Schema {
	properties?: Record<string, { description?: string }>;
}

const { schemas } = (document as unknown as { components: { schemas: Record<string, Schema> } })
	.components;

const shapeOf = (path: string) => path.replace(/\{[^}]*\}/g, '{}');

/** The properties of an update that an empty text clears, as openapi.yaml says of each. */
function clearedByEmptyText({ request: { method, url } }: Operation): string[] {
	const [found] = [...documented.values()].filter(
		({ method: its, path }) => its === method && shapeOf(path) === shapeOf(url),
	);
	const { requestBody } = (found?.operation ?? {}) as {
		requestBody?: { content: Record<string, { schema: { $ref: string } }> };
	};
	const reference = requestBody?.content['application/json']?.schema.$ref ?? '';
	return Object.entries(schemas[reference.split('/').at(-1) ?? '']?.properties ?? {})
		.filter(([, { description = '' }]) => /^Empty string (clears|detaches)/.test(description))
		.map(([property]) => property);
}

const cases = resources.flatMap((resource) =>
	resource.operations
		.filter(({ value }) => value.startsWith('update'))
		.flatMap((operation) =>
			clearedByEmptyText(operation).map((property): [string, Resource, Operation, string] => [
				`${resource.value}.${operation.value}: ${property}`,
				resource,
				operation,
				property,
			]),
		),
);

test('openapi.yaml says of some properties that an empty text clears them', () => {
	expect(cases.map(([name]) => name)).toContain('issue.update: assignee_id');
});

test.each(cases)(
	"'Clear' clears what Pylon can clear: %s",
	async (_, resource, operation, property) => {
		const collection = operation.fields.find(({ name }) => name === 'updateFields');
		const entries = (collection?.options ?? []) as INodeProperties[];
		const field = entries.find(({ routing }) => routing?.send?.property === property);
		expect(field?.description).toContain("'Clear' under 'If a Value Is Empty'");
		const parameters: INodeParameters = {
			...leastOf(pylon.sim, resource, operation),
			resource: resource.value,
			operation: operation.value,
			updateFields: {
				ifEmpty: 'clear',
				// Without an account, an issue needs a requester.
				...(property === 'account_id' && resource.value === 'issue'
					? { requesterId: byId('') }
					: {}),
				[String(field?.name)]: byId('={{ $json.none }}'),
			},
		};
		expect((await run(parameters)).error).toBeUndefined();
		expect(bodyOf('PATCH')).toMatchObject({ [property]: '' });
	},
);
