import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { payloadTemplates } from '../../../nodes/PylonTrigger/payloadTemplates';
import { nodeOf } from '../../support/additionalData';
import { workflowOf } from '../../support/engine';

const type = new PylonTrigger();
const property = (name: string): INodeProperties => {
	const found = type.description.properties.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`No parameter ${name}`);
	return found;
};

test('the payload template reaches the editor as it is: n8n evaluates nothing in it', () => {
	const node = nodeOf(type, { parameters: {} }, true);
	const { expression } = workflowOf([node], {}, [type]);
	const shown = expression.getSimpleParameterValue(node, node.parameters.payloadTemplate as string, 'manual', {});
	expect(shown).toBe(payloadTemplates.issue_created);
	expect(shown).toContain('{{issue.id}}');
	expect(property('payloadTemplate')).toMatchObject({ noDataExpression: true, typeOptions: { editorIsReadOnly: true } });
});

test('the set-up steps name both URLs, the place of the secret, and the action in Pylon', () => {
	const { displayName } = property('setupNotice');
	for (const text of ['Production URL', 'Test URL', 'Settings &gt; Webhooks', "'Webhook Signing Secret'", "'Send webhook'"]) {
		expect(displayName).toContain(text);
	}
	const tags = [...displayName.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
	expect(new Set(tags)).toEqual(new Set(['ul', 'li', 'a']));
});

test('n8n leaves the reading of the body to the node: it does so for version 1 with options.binaryData only', () => {
	expect(type.description.version).toEqual([1]);
	const node = nodeOf(type, { parameters: {} }, true);
	const { expression } = workflowOf([node], {}, [type]);
	const own = expression.getSimpleParameterValue(node, '={{$parameter["options"]["binaryData"]}}', 'webhook', {});
	expect(own).toBe(true);
});

test("the codex names the node, and only categories of n8n's list", () => {
	const file = join(__dirname, '../../../nodes/PylonTrigger/PylonTrigger.node.json');
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
		node: `n8n-nodes-pylon.${type.description.name}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		categories: ['Communication', 'Productivity'],
	});
});
