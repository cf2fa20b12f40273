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
		'Allowed HTTP Request Domains',
		'Code',
		'Database Number',
		'Continue',
		'Continue (using error output)',
		'Create workflow',
		'Execute step',
		'From List',
		'Git',
		'Google Sheets',
		'HTTP Request',
		'If',
		'Ignore SSL Issues',
		'Import from URL',
		'Loop Over Items',
		'Manual Trigger',
		'Map Automatically',
		'None',
		'On Error',
		'On Error: Continue',
		'Poll Times',
		'Production URL',
		'Proxy',
		'Publish',
		'Remove Duplicates',
		'Remove Items Processed in Previous Executions',
		'Request Options',
		'Retry On Fail',
		'Schedule Trigger',
		'Slack',
		'Sort',
		'Stop Workflow',
		'TTL',
		'Test',
		'Test URL',
		'Timeout',
		'Webhook',
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

const known = new Set([
	...nodes.map(({ displayName }) => displayName),
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

test('a name in italics is one that the editor shows', () => {
	const unknown = forUsers.flatMap((file) => {
		const own = namesOfWorkflow(file);
		const isKnown = (name: string) => known.has(name) || own.has(name);
		return [...textOf(file).matchAll(/(?<![*\w])\*([A-Z][^*\n]*)\*(?!\*)/g)]
			.map(([, name]) => name)
			.filter((name) => !isKnown(name) && !parts(name).every(isKnown))
			.map((name) => `${file}: ${name}`);
	});
	expect(unknown).toEqual([]);
});
