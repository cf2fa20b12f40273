import { seedIds } from '../../../../sandbox/pylon';
import { toolFor } from '../../../support/aiTool';
import { pylon, node, fromAI, picker, call, lastBody } from './support/toolCalls';

describe('what a model is told', () => {
	test('the description is that of the operation', async () => {
		const tool = await toolFor(
			node,
			{ resource: 'issue', operation: 'get', issueId: picker('issue') },
			pylon.credentials,
		);
		expect(tool.description).toMatch(/get/i);
		expect(tool.description).toMatch(/issue/i);
		expect(Object.keys(tool.schema.shape)).toEqual(['issue']);
	});

	test('what went wrong, and what to do', async () => {
		const contactId = picker('contact');
		await expect(
			call({ resource: 'contact', operation: 'get', contactId }, { contact: ' ' }),
		).rejects.toThrow(/'Contact' is empty\. Fill in 'Contact'\./);
		await expect(
			call({ resource: 'contact', operation: 'get', contactId }, { contact: 'nobody' }),
		).rejects.toThrow(/Pylon has no record 'nobody' for 'Contact'/);
	});
});

describe('kinds of values', () => {
	test.each([
		['number', 101],
		['string', '101'],
	])('an issue by its number, as a %s', async (type, issue) => {
		const found = await call(
			{ resource: 'issue', operation: 'get', issueId: picker('issue', 'number', type) },
			{ issue },
		);
		expect(found).toMatchObject([{ id: seedIds.issues.first, number: 101 }]);
	});

	const update = { resource: 'issue', operation: 'update', issueId: picker('issue') };
	const issue = seedIds.issues.first;
	const replacedBy = (type: string) => ({
		change: { mode: 'replace', values: fromAI('tags', type) },
	});

	test.each([
		['true', true],
		[' False ', false],
	])('a switch as the text %j', async (text, visible) => {
		await call(
			{ ...update, updateFields: { customerPortalVisible: fromAI('visible') } },
			{ issue, visible: text },
		);
		expect(lastBody()).toMatchObject({ customer_portal_visible: visible });
	});

	test('a switch that is neither is refused', async () => {
		await expect(
			call(
				{ ...update, updateFields: { customerPortalVisible: fromAI('visible') } },
				{ issue, visible: 'perhaps' },
			),
		).rejects.toThrow("'Customer Portal Visible' has to be true or false");
		expect(pylon.sim.requests).toEqual([]);
	});

	test.each([
		['true', true],
		['', true],
		['False', false],
	])('internal notes in the context of an issue: %j', async (text, contains) => {
		const issueId = picker('issue');
		const [{ conversation }] = await call(
			{
				resource: 'issue',
				operation: 'getContext',
				issueId,
				options: { includeInternalNotes: fromAI('notes') },
			},
			{ issue: seedIds.issues.initech, notes: text },
		);
		expect(String(conversation).includes('internal note')).toBe(contains);
	});

	test.each([
		['true', true],
		['false', false],
	])('a switch inside of a group of fields: %j', async (text, isPrivate) => {
		const message = [{ message: 'Hello', isPrivate: fromAI('private') }];
		await call(
			{
				resource: 'import',
				operation: 'importMessages',
				issueId: picker('issue'),
				messages: { message },
			},
			{ issue, private: text },
		);
		expect(lastBody()).toEqual({
			messages: [{ body_html: '<p>Hello</p>', is_private: isPrivate }],
		});

		const channel = [{ channelId: 'C1', isInternal: fromAI('internal') }];
		await call(
			{
				resource: 'account',
				operation: 'create',
				name: 'Acme',
				additionalFields: { channels: { channel } },
			},
			{ internal: text },
		);
		expect(lastBody()).toMatchObject({
			channels: [isPrivate ? { is_internal: true } : { channel_id: 'C1' }],
		});
		expect(JSON.stringify(lastBody()).includes('is_internal')).toBe(isPrivate);
	});

	test.each([['vip, billing'], ['["vip","billing"]'], ['vip\nbilling']])(
		'a list as the text %j',
		async (tags) => {
			await call({ ...update, updateFields: { tags: replacedBy('string') } }, { issue, tags });
			expect(lastBody()).toEqual({ tags: ['vip', 'billing'] });
		},
	);

	test('a list as JSON', async () => {
		await call(
			{ ...update, updateFields: { tags: replacedBy('json') } },
			{ issue, tags: ['vip', 'billing'] },
		);
		expect(lastBody()).toEqual({ tags: ['vip', 'billing'] });
	});

	test.each([
		['json', { root_cause: 'quota' }],
		['string', '{"root_cause":"quota"}'],
	])('custom fields as %s', async (type, fields) => {
		await call(
			{ ...update, updateFields: { customFieldsJson: fromAI('fields', type) } },
			{ issue, fields },
		);
		expect(lastBody()).toEqual({ custom_fields: [{ slug: 'root_cause', value: 'quota' }] });
	});

	test.each([
		['json', { field: 'state', operator: 'equals', value: 'new' }],
		['string', '{"field":"state","operator":"equals","value":"new"}'],
	])('a filter as %s', async (type, filter) => {
		await call(
			{
				resource: 'issue',
				operation: 'search',
				filterMode: 'json',
				filterJson: fromAI('filter', type),
			},
			{ filter },
		);
		expect(lastBody()).toMatchObject({
			filter: { field: 'state', operator: 'equals', value: 'new' },
		});
	});

	test.each([
		['json', { name: 'Ada L.' }],
		['string', '{"name":"Ada L."}'],
	])('the body of a request as %s', async (type, body) => {
		const parameters = {
			resource: 'apiRequest',
			operation: 'send',
			method: fromAI('method'),
			path: fromAI('path'),
			body: fromAI('body', type),
		};
		await call(parameters, { method: 'patch', path: `contacts/${seedIds.contacts.ada}`, body });
		expect(pylon.sim.state.contacts.get(seedIds.contacts.ada)?.name).toBe('Ada L.');
	});
});
