import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { PylonApi } from '../../credentials/PylonApi.credentials';
import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../nodes/PylonTrigger/PylonTrigger.node';
import { documents, root, textOf } from './documents';

const nodes = [new Pylon(), new PylonTrigger(), new PylonPollingTrigger()].map(
	({ description }) => description,
);

/** Every name that the editor shows of these parameters, and of what is in them. */
function namesIn(properties: INodeProperties[]): string[] {
	return properties.flatMap((property) => [
		property.displayName,
		...(property.options ?? []).flatMap((option) => {
			if ('values' in option) {
				const { displayName, values } = option as INodePropertyCollection;
				return [displayName, ...namesIn(values)];
			}
			if ('displayName' in option) return namesIn([option as INodeProperties]);
			const { name, action } = option as INodePropertyOptions;
			return [name, action ?? ''];
		}),
		...(property.modes ?? []).map(({ displayName }) => displayName),
	]);
}

/** What n8n, Pylon or Zapier call things that the documents speak of, each with whose name it is. */
const OF_OTHERS: Record<string, string[]> = {
	n8n: [
		'Actions',
		'All',
		'Allowed HTTP Request Domains',
		'Authentication',
		'Bearer Auth',
		'Code',
		'Community Nodes',
		'Database Number',
		'Continue',
		'Continue (using error output)',
		'Create workflow',
		'Edit Fields',
		'Error Workflow',
		'Execute step',
		'Executions',
		'Fetch Test Event',
		'From List',
		'From URL',
		'Git',
		'Google Sheets',
		'HTTP Request',
		'If',
		'Ignore SSL Issues',
		'Import',
		'Import from URL',
		'Install',
		'Loop Over Items',
		'MCP Server Trigger',
		'Manual Trigger',
		'Map Automatically',
		'Map Each Column Manually',
		'None',
		'On Error',
		'On Error: Continue',
		'Poll Times',
		'Production URL',
		'Proxy',
		'Publish',
		'Pylon Tool',
		'Remove Duplicates',
		'Remove Items Processed in Previous Executions',
		'Request Options',
		'Retry',
		'Retry On Fail',
		'Schedule Trigger',
		'Settings',
		'Slack',
		'Sort',
		'Stop',
		'Stop Workflow',
		'TTL',
		'Test',
		'Test URL',
		'Timeout',
		'Tool',
		'Tool Description',
		'Wait',
		'Webhook',
		'Webhook URLs',
	],
	Pylon: ['Secret', 'Send webhook'],
	Zapier: [
		'Catch Hook',
		'Catch Raw Hook',
		'Code by Zapier',
		'Custom Request',
		'Filter',
		'GET',
		'Looping',
		'Schedule',
		'Webhooks by Zapier',
	],
};

/** What n8n's node panel calls triggers: the node without that word, and each of its events. */
const inNodePanel = nodes
	.filter(({ group }) => group.includes('trigger'))
	.flatMap(({ displayName, properties }) => [
		displayName.replace(' Trigger', ''),
		...namesIn(properties.filter(({ name }) => name === 'events')).map(
			(event) => `On ${event.toLowerCase()}`,
		),
	]);

const known = new Set([
	...nodes.map(({ displayName }) => displayName),
	...inNodePanel,
	...nodes.flatMap(({ properties }) => namesIn(properties)),
	...namesIn(new PylonApi().properties),
	new PylonApi().displayName,
	...Object.values(OF_OTHERS).flat(),
]);

interface Example {
	name: string;
	nodes: Array<{ name: string; credentials?: Record<string, { name: string }> }>;
}

/** Of the page of an example: what its workflow calls its nodes and credentials. */
function namesOfWorkflow(page: string): Set<string> {
	const file = page.replace(/\.md$/, '.json');
	if (!page.startsWith('examples/') || !existsSync(join(root, file))) return new Set();
	const { name, nodes: all } = JSON.parse(textOf(file)) as Example;
	return new Set([
		name,
		...all.flatMap((node) => [
			node.name,
			...Object.values(node.credentials ?? {}).map((credential) => credential.name),
		]),
	]);
}

/** 'Pylon > Issue > Get', 'Issue: Get Many' and 'Contact, Account' name several things. */
const parts = (name: string): string[] => name.split(/ > |: |, (?=[A-Z])/);

/** For users; the others speak of the code. */
const forUsers = documents.filter(
	(file) =>
		/^(?:README|SECURITY)\.md$|^(?:docs|examples)\//.test(file) &&
		!/ARCHITECTURE|n8n-internals|pylon-api-notes|coverage|versions/.test(file),
);

/** Text without its blocks of code. */
const proseOf = (file: string): string => textOf(file).replaceAll(/```[^]*?```/g, '');

/** Which of these names no node, credential or workflow has, each with its document. */
const unknownNames = (pattern: RegExp, isName: (text: string) => boolean): string[] =>
	forUsers.flatMap((file) => {
		const own = namesOfWorkflow(file);
		const isKnown = (name: string) => known.has(name) || own.has(name);
		return [...proseOf(file).matchAll(pattern)]
			.map(([, name]) => name)
			.filter(isName)
			.filter((name) => !isKnown(name) && !parts(name).every(isKnown))
			.map((name) => `${file}: ${name}`);
	});

test('a name in italics is one that the editor shows', () => {
	expect(unknownNames(/(?<![*\w])\*([A-Z][^*\n]*)\*(?!\*)/g, () => true)).toEqual([]);
	expect(unknownNames(/(?<![\w_])_([A-Z][^_\n]*)_(?![\w_])/g, () => true)).toEqual([]);
});

const SMALL_WORDS = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;

/** Whether all words are capital, as names of fields are; sentences in bold are not. */
const isTitle = (text: string): boolean =>
	(text.match(/[A-Za-z][\w'-]*/g) ?? []).every(
		(word) => /^[A-Z]/.test(word) || SMALL_WORDS.test(word),
	);

/** What a step or a paragraph is about, in bold: no name of the editor. */
const LEAD_INS = new Set([
	...['Credential', 'Credentials', 'In', 'In Pylon', 'Out'],
	...['Failures', 'Milestones', 'Sorting', 'Times', 'Repository.', 'Token.', 'Video.'],
]);

test('a title in bold is such a name too', () => {
	const inBold = /(?<![*\w])\*\*([A-Z][^*\n]*)\*\*/g;
	expect(unknownNames(inBold, (text) => isTitle(text) && !LEAD_INS.has(text))).toEqual([]);
	const used = new Set(
		forUsers.flatMap((file) => [...proseOf(file).matchAll(inBold)].map(([, text]) => text)),
	);
	expect([...LEAD_INS].filter((text) => !used.has(text))).toEqual([]);
});

/** Tables that begin with one of these have names of the editor in their first column. */
const TABLES =
	/^\| (?:Mode|Field|Format|Output|Change|Trigger On|Verification) \|.*\n\|[ |-]+\n((?:\|.*\n)+)/gm;

test('tables of fields and of choices name them as the editor does', () => {
	const rows = forUsers.flatMap((file) =>
		[...proseOf(file).matchAll(TABLES)].flatMap(([, body]) =>
			body
				.trim()
				.split('\n')
				.map((row) => ({
					file,
					name: row
						.split('|')[1]
						.replaceAll(/\*| \(default\)/g, '')
						.trim(),
				})),
		),
	);
	expect(rows.length).toBeGreaterThan(20);
	expect(
		rows.filter(({ name }) => !known.has(name) && !parts(name).every((part) => known.has(part))),
	).toEqual([]);
});
