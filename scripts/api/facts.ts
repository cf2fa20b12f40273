import { document } from '../../sandbox/pylon/document';
import { lookUp } from '../coverage/api';

interface Schema {
	$ref?: string;
	type?: string;
	maximum?: number;
	properties?: Record<string, Schema>;
}

interface Parameter {
	$ref?: string;
	name: string;
	schema: Schema;
}

interface Declared {
	$ref?: string;
	operationId: string;
	parameters?: Parameter[];
	requestBody?: { content: Record<string, { schema: Schema }> };
	responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
	'x-safe-to-repeat'?: boolean;
	'x-keeps-order'?: boolean;
	'x-rate-limit-per-minute'?: number;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function schemaIn(content: Record<string, { schema: Schema }> | undefined): Schema {
	const [first] = Object.values(content ?? {});
	return first === undefined ? {} : lookUp(first.schema);
}

function answerOf({ responses }: Declared) {
	const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
	const { properties = {} } = success === undefined ? {} : schemaIn(lookUp(success).content);
	const data = properties.data === undefined ? undefined : lookUp(properties.data);
	if (data === undefined) return 'nothing';
	if (data.type === 'array') return 'list';
	return data.properties?.id === undefined ? 'record without id' : 'record';
}

/** A list that takes no limit comes as a whole, though some such lists have `pagination` in their answers. */
function pageSizeOf({ parameters = [], requestBody }: Declared): number {
	const limit =
		parameters.map(lookUp).find(({ name }) => name === 'limit')?.schema ??
		schemaIn(requestBody?.content).properties?.limit;
	return limit?.maximum ?? 0;
}

/** One entry of the generated file: what Pylon's API description says of an endpoint. */
function factsOf(method: string, path: string, operation: Declared): string {
	const { operationId } = operation;
	const safe = method === 'post' ? operation['x-safe-to-repeat'] : true;
	if (safe === undefined) {
		throw new Error(
			`${operationId} in openapi.yaml: say by x-safe-to-repeat whether sending it twice does no more than sending it once`,
		);
	}
	const keepsOrder =
		method === 'post'
			? operation['x-keeps-order'] === true
			: method !== 'get' && path.includes('{');
	const answers = answerOf(operation);
	const pageSize = answers === 'list' ? pageSizeOf(operation) : undefined;
	const facts = {
		answers,
		...(pageSize === undefined ? {} : { pageSize }),
		safeToRepeat: safe,
		...(keepsOrder ? { keepsOrder } : {}),
		rateLimit: operation['x-rate-limit-per-minute'],
	};
	const entries = Object.entries(facts).map(
		([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : String(value)}`,
	);
	return `\t'${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}': { ${entries.join(', ')} },`;
}

const HEAD = `import type { Endpoint } from './endpoint';

/**
 * Generated from sandbox/pylon/openapi.yaml by \`npm run api:facts\`; a test holds it to its source. Not to be edited by hand.
 * Keys: method and path, \`{}\` for what stands for a record.
 */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
`;

/**
 * @returns the text of nodes/shared/api/endpoints.generated.ts
 * @throws Error when openapi.yaml does not say of a POST whether it may be repeated (`x-safe-to-repeat`)
 */
export function endpointsFile(): string {
	const lines = Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
		Object.entries(operations as Record<string, Declared>)
			.filter(([method]) => METHODS.includes(method))
			.map(([method, operation]) => factsOf(method, path, operation)),
	);
	return `${HEAD}${lines.sort().join('\n')}\n};\n`;
}
