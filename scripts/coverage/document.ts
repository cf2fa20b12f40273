import { apiOperations, type ApiOperation } from './api';
import { BEYOND_THE_API, FIELDS_LEFT_OUT, LEFT_OUT } from './leftOut';
import { nodeOperations, type NodeOperation } from './node';
import { offering } from './offered';

const nameOf = ({ names }: NodeOperation): string => `${names.resource} / ${names.operation}`;

function placesOf(api: ApiOperation): string {
	const found = offering(api).map(nameOf);
	return found.length > 0 ? found.join('<br>') : 'not available, see below';
}

const row = (...cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (head: string[], rows: string[][]): string =>
	[row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const endpoint = (method: string, path: string): string => `\`${method} ${path}\``;

/** Finds an operation of the API by its `operationId`. Throws when openapi.yaml does not have it. */
function named(operationId: string): ApiOperation {
	const found = apiOperations.find((one) => one.operationId === operationId);
	if (!found) throw new Error(`openapi.yaml has no operation "${operationId}"`);
	return found;
}

/**
 * Writes `docs/coverage.md`: what of Pylon's API the node can do, and where. It is made from the description that n8n
 * gets.
 *
 * @returns the text of the page
 * @throws Error when an operation is left out that openapi.yaml does not have
 */
export function coverageDocument(): string {
	const reached = apiOperations.filter((api) => offering(api).length > 0);
	const beyond = nodeOperations.filter(({ api }) => api === undefined);
	return `# What the Pylon node covers

\`npm run docs:coverage\` generates this page from the node's description and \`sandbox/pylon/openapi.yaml\`. Do not edit it.
The node has ${nodeOperations.length} operations. They cover ${reached.length} of the ${apiOperations.length} operations of Pylon's API.

## Pylon's API

${table(
	['API', 'What it does', 'Resource / operation'],
	apiOperations.map((api) => [endpoint(api.method, api.path), api.summary, placesOf(api)]),
)}

### Not available

${table(['API', 'Why'], Object.entries(LEFT_OUT).map(([id, why]) => [endpoint(named(id).method, named(id).path), why]))}

${table(['Field', 'Why'], Object.entries(FIELDS_LEFT_OUT).map(([field, why]) => [`\`${field}\``, why]))}

### More than the API

${table(
	['Resource / operation', 'Why'],
	beyond.map((one) => [nameOf(one), BEYOND_THE_API[`${one.resource}.${one.operation}`] ?? '']),
)}
`;
}
