import type { INodeTypeDescription } from 'n8n-workflow';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is left of a value when all functions in it are left out; a list or an object of functions alone is left out too. */
function withoutFunctions(value: unknown): unknown {
	if (typeof value === 'function' || value === undefined) return undefined;
	if (Array.isArray(value)) {
		const kept = value.map(withoutFunctions).filter((one) => one !== undefined);
		return kept.length === 0 && value.length > 0 ? undefined : kept;
	}
	if (!isRecord(value)) return value;
	const kept = Object.entries(value)
		.map(([key, one]) => [key, withoutFunctions(one)] as const)
		.filter(([, one]) => one !== undefined);
	return kept.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(kept);
}

const quoted = (text: string) =>
	`'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;

const keyOf = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

/** A value as somebody would type it: one line for each entry, so that the line of a finding tells where it is. */
function literal(value: unknown, indent: string): string {
	const inner = `${indent}\t`;
	if (typeof value === 'function') return 'async () => undefined';
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value)) {
		if (value.length === 0) return '[]';
		return `[\n${value.map((one) => `${inner}${literal(one, inner)},\n`).join('')}${indent}]`;
	}
	if (!isRecord(value)) return JSON.stringify(value);
	const entries = Object.entries(value).map(
		([key, one]) => `${inner}${keyOf(key)}: ${literal(one, inner)},\n`,
	);
	return entries.length === 0 ? '{}' : `{\n${entries.join('')}${indent}}`;
}

/**
 * Lint rules read object literals, but this package's parameters are made by functions, whose results they cannot see.
 *
 * @param node gives the class its name and its other members, such as `methods`
 * @param description as n8n gets it
 * @returns a node class of TypeScript in which the description stands as one literal, without the functions in it
 */
export function literalNode(node: object, description: INodeTypeDescription): string {
	// n8n's names for inputs and outputs are constants in a source, and plain text in a description.
	const { inputs, outputs, ...rest } = description;
	const connections = (types: typeof inputs) =>
		Array.isArray(types) ? `[${types.map(() => 'NodeConnectionTypes.Main').join(', ')}]` : '[]';
	const written = literal(withoutFunctions(rest), '\t').replace(
		/\n\t\}$/,
		`\n\t\tinputs: ${connections(inputs)},\n\t\toutputs: ${connections(outputs)},\n\t}`,
	);
	const members = Object.entries(node)
		.filter(([name]) => name !== 'description')
		.map(([name, value]) => `\t${name} = ${literal(value, '\t')};`);
	return [
		"import type { INodeType, INodeTypeDescription } from 'n8n-workflow';",
		"import { NodeConnectionTypes } from 'n8n-workflow';",
		'',
		'/** A node, with its description as n8n gets it. */',
		`export class ${node.constructor.name} implements INodeType {`,
		`\tdescription: INodeTypeDescription = ${written};`,
		...members,
		'}',
		'',
	].join('\n');
}
