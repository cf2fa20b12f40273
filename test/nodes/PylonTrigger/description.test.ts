import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { customTemplate, events, payloadTemplates } from '../../../nodes/PylonTrigger/events';
import { nodeOf } from '../../support/additionalData';
import { fieldsShown } from '../../support/form';
import { workflowOf } from '../../support/engine';

const type = new PylonTrigger();
const property = (name: string): INodeProperties => {
	const found = type.description.properties.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`No parameter ${name}`);
	return found;
};

const shown = (parameters: INodeParameters) => fieldsShown(type, parameters);
const namesShown = (parameters: INodeParameters) => shown(parameters).map(({ name }) => name);

test('the payload templates reach the editor as they are: n8n evaluates nothing in them', () => {
	const node = nodeOf(type, { parameters: { events: events.map(({ value }) => value) } }, true);
	const { expression } = workflowOf([node], {}, [type]);
	for (const { name, template } of events.map((event) => ({
		...event,
		name: camelCase(`${event.value}_template`),
	}))) {
		const value = expression.getSimpleParameterValue(
			node,
			node.parameters[name] as string,
			'manual',
			{},
		);
		expect(value).toBe(template);
		expect(property(name)).toMatchObject({
			noDataExpression: true,
			typeOptions: { editorIsReadOnly: true },
		});
	}
	expect(payloadTemplates.issue_created).toContain('{{issue.id}}');
});

const camelCase = (text: string) =>
	text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const templatesShown = (chosen: string[]) =>
	shown({ events: chosen })
		.filter(({ displayName }) => displayName.startsWith('Payload Template'))
		.map((one) => one.default);

test('the templates of just the chosen events are shown', () => {
	for (const { value, template } of events) expect(templatesShown([value])).toEqual([template]);
	expect(templatesShown(['issue_message', 'contact_created', 'custom'])).toEqual([
		payloadTemplates.contact_created,
		payloadTemplates.issue_message,
		customTemplate,
	]);
	expect(templatesShown(['*'])).toEqual([payloadTemplates.issue_created]);
});

test('every choice of an event that can repeat says that its duplicates are not dropped', () => {
	for (const { value, repeats } of events) {
		expect(
			property(camelCase(`${value}_template`)).hint?.includes('duplicates of it are not dropped'),
		).toBe(repeats !== false);
	}
});

test('"Trigger On" has no tooltip', () => {
	expect(property('events')).toMatchObject({ displayName: 'Trigger On', type: 'multiOptions' });
	expect(property('events').description).toBeUndefined();
});

test('what belongs to a choice shows with it only', () => {
	expect(namesShown({})).not.toEqual(expect.arrayContaining(['headerName']));
	expect(namesShown({ verification: 'header' })).toEqual(expect.arrayContaining(['headerName']));
	expect(namesShown({ verification: 'none' })).toEqual(
		expect.arrayContaining(['noVerificationNotice']),
	);
	expect(namesShown({})).not.toContain('noVerificationNotice');
	expect(namesShown({ events: ['custom'] })).toContain('customEvents');
	const count = (parameters: INodeParameters) =>
		namesShown(parameters).filter((name) => name === 'onFailure').length;
	expect(count({})).toBe(0);
	expect(count({ fetchRecord: 'issue' })).toBe(1);
	expect(count({ dropOwnEvents: true })).toBe(1);
	expect(count({ fetchRecord: 'issue', dropOwnEvents: true })).toBe(1);
});

const notices = [
	['signature', ["'Webhook Signing Secret'", 'only this once', "'Use With Pylon Trigger'"]],
	[
		'header',
		["'Webhook Header Secret'", "'Header Name'", "'Verify by Header'", 'mark it as secret'],
	],
	['none', []],
] as const;

test.each(notices)(
	'the set-up steps (%s) name both URLs, the place of the secret, and the action in Pylon',
	(verification, secrets) => {
		const [{ displayName }] = shown({ verification }).filter(({ type }) => type === 'notice');
		const menus = [
			'Settings &gt; Integrations &amp; dev &gt; Webhooks',
			'Settings &gt; Workflows &gt; Triggers',
			"'Send webhook'",
		];
		for (const text of [
			'Production URL',
			'Test URL',
			'POST',
			'public addresses only',
			'Pylon Polling Trigger',
			...menus,
			...secrets,
		]) {
			expect(displayName).toContain(text);
		}
		const numbers = [...displayName.matchAll(/<ul>(\d+)\. /g)].map(([, number]) => Number(number));
		expect(numbers).toEqual(verification === 'none' ? [1, 2, 3, 4] : [1, 2, 3, 4, 5]);
		const tags = [...displayName.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
		expect(new Set(tags)).toEqual(new Set(['ul', 'a']));
	},
);

test('the set-up steps come first, and go away once they are switched off', () => {
	expect(namesShown({}).slice(0, 2)).toEqual(['showSetupSteps', 'setupNotice']);
	expect(namesShown({ showSetupSteps: false })).not.toContain('setupNotice');
});

test('no secret is a parameter of the node', () => {
	const texts = JSON.stringify(type.description.properties);
	expect(texts).not.toContain('"password":true');
});

test('n8n leaves the reading of the body to the node: it does so for version 1 with options.binaryData only', () => {
	expect(type.description.version).toEqual([1]);
	const node = nodeOf(type, { parameters: {} }, true);
	const { expression } = workflowOf([node], {}, [type]);
	const own = expression.getSimpleParameterValue(
		node,
		'={{$parameter["options"]["binaryData"]}}',
		'webhook',
		{},
	);
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

test('for new messages, a notice recommends to drop own events until that is on', () => {
	expect(namesShown({ events: ['issue_message'] })).toContain('ownEventsNotice');
	expect(namesShown({ events: ['issue_created', 'issue_message'] })).toContain('ownEventsNotice');
	expect(namesShown({ events: ['issue_message'], dropOwnEvents: true })).not.toContain(
		'ownEventsNotice',
	);
	expect(namesShown({ events: ['issue_created'] })).not.toContain('ownEventsNotice');
	expect(namesShown({ events: ['issue_message'] })).toContain('dropOwnEvents');
});

test('how the record comes out is a question where one is fetched', () => {
	const shownOf = (parameters: INodeParameters) =>
		namesShown(parameters).filter((name) =>
			['addNames', 'output', 'selectedFields'].includes(name),
		);
	expect(shownOf({})).toEqual([]);
	expect(shownOf({ output: 'selected' })).toEqual([]);
	for (const fetchRecord of ['issue', 'account'])
		expect(shownOf({ fetchRecord })).toEqual(['output', 'addNames']);
	expect(shownOf({ fetchRecord: 'contact', output: 'selected' })).toEqual([
		'output',
		'selectedFields',
	]);
});
