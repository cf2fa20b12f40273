import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../../../nodes/PylonTrigger/PylonTrigger.node';
import { literalNode } from './support/literal';

interface Finding {
	line: number;
	ruleId: string;
	message: string;
}

const SCRIPT = join(__dirname, 'support', 'lint.mjs');

const nodes = [Pylon, PylonTrigger, PylonPollingTrigger];

/** Findings that stay, each with the reason: a rule, and the parameter (or list of entries) that it is about. */
const EXCEPTIONS: Array<{ rule: string; of: string; because: string }> = [
	{
		rule: 'n8n-nodes-base/node-param-options-type-unsorted-items',
		of: 'resource',
		because: 'Issue, Contact and Account, which most workflows use, come before what few use',
	},
	{
		rule: 'n8n-nodes-base/node-param-options-type-unsorted-items',
		of: 'operation',
		because: 'frequent operations come first: the node panel of n8n 2.41 cannot search them',
	},
	{
		rule: 'n8n-nodes-base/node-param-options-type-unsorted-items',
		of: 'operator',
		because: "as n8n's own Filter node: Equals first, and each operator beside its opposite",
	},
	{
		rule: 'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items',
		of: 'condition',
		because: "a condition is read as n8n's own Filter node writes it: field, operator, value",
	},
	{
		rule: 'n8n-nodes-base/node-param-default-wrong-for-options',
		of: 'operator',
		because:
			"where a field does not take 'Equals', nothing stands for an operator that nobody chose: it would be guessed, and is refused instead",
	},
	{
		rule: 'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items',
		of: 'values',
		because: "the fields of a form are in the order of n8n's own Form node",
	},
	{
		rule: '@n8n/community-nodes/webhook-lifecycle-complete',
		of: '',
		because:
			"the action node's webhook resumes an execution that waits: nothing is registered at Pylon",
	},
];

/** ESLint's findings on texts, each as if it were the source of the node. */
function lint(sources: Array<{ filePath: string; text: string }>): Finding[][] {
	const out = execFileSync(process.execPath, [SCRIPT], {
		cwd: join(__dirname, '../../../..'),
		// n8n's plugin takes every file for a trigger in its own tests, which it tells by this variable.
		env: { ...process.env, NODE_ENV: '' },
		input: JSON.stringify(sources),
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	return JSON.parse(out) as Finding[][];
}

/** The name that stands nearest above the line: of the parameter, or of the collection's entry, that a finding is about. */
function nameAt(text: string, line: number): string {
	const above = text.split('\n').slice(0, line).reverse();
	return above.flatMap((one) => /^\t+name: '(.*)',$/.exec(one)?.[1] ?? [])[0] ?? '';
}

const source = (node: object, description: INodeTypeDescription) => {
	const className = node.constructor.name;
	return {
		filePath: `nodes/${className}/${className}.node.ts`,
		text: literalNode(node, description),
	};
};

const isException = (rule: string, of: string) =>
	EXCEPTIONS.some((exception) => exception.rule === rule && exception.of === of);

describe("n8n's lint of the descriptions as n8n gets them", () => {
	const built = nodes.map((Node) => new Node()).map((node) => source(node, node.description));
	const found = lint(built).flatMap((findings, index) =>
		findings.map((finding) => ({
			...finding,
			node: built[index].filePath,
			of: nameAt(built[index].text, finding.line),
		})),
	);

	test('finds nothing but the exceptions', () => {
		expect(found.filter(({ ruleId, of }) => !isException(ruleId, of))).toEqual([]);
	});

	test.each(EXCEPTIONS)('$rule of $of is still needed, because $because', ({ rule, of }) => {
		expect(found.some((finding) => finding.ruleId === rule && finding.of === of)).toBe(true);
	});

	test('would find what the rules forbid, in a parameter and in the class', () => {
		const node = new Pylon();
		const wrong: INodeProperties = {
			displayName: 'Wrong thing',
			name: 'wrong',
			type: 'boolean',
			default: false,
			description: 'Turns it on.',
			required: false,
		};
		const description = { ...node.description, icon: undefined, properties: [wrong] };
		const [findings] = lint([source(node, description)]);
		expect(findings.map(({ ruleId }) => ruleId)).toEqual(
			expect.arrayContaining([
				'@n8n/community-nodes/require-node-description-fields',
				'n8n-nodes-base/node-param-description-boolean-without-whether',
				'n8n-nodes-base/node-param-display-name-miscased',
				'n8n-nodes-base/node-param-required-false',
			]),
		);
	});
});
