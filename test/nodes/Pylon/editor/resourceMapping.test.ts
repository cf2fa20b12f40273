import type { INodeParameters, ResourceMapperField } from 'n8n-workflow';

import { resourceMapping } from '../../../../nodes/Pylon/editor/resourceMapping';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { storeCustomField } from '../../../../sandbox/pylon/seed/customFields';
import { openMapper } from '../../../support/loadOptions';
import { byHand } from '../../../support/mapper';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });

const open = async (resource: string, operation = 'update', credentials = pylon.credentials) =>
	await openMapper(new Pylon(), 'getCustomFields', credentials, { resource, operation });

test('every mapper has its method', () => {
	const named = [
		...JSON.stringify(new Pylon().description).matchAll(/"resourceMapperMethod":"(\w+)"/g),
	].map(([, name]) => name);
	expect([...new Set(named)]).toEqual(Object.keys(resourceMapping));
});

test('the fields of accounts by label, with type and options; what cannot be changed is not there', async () => {
	const { fields } = await open('account');
	expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
		['Notes', 'string'],
		['Plan', 'options'],
		['Products (one or several)', 'options'],
		['Renewal date (YYYY-MM-DD)', 'string'],
		['Seats', 'number'],
		['Strategic', 'boolean'],
		['Success manager', 'options'],
	]);
	const [notes, plan, products, , , , manager] = fields;
	expect(notes).toEqual({
		id: 'notes',
		displayName: 'Notes',
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: 'string',
		pylonType: 'text',
	});
	expect(plan.options).toEqual([
		{ name: 'Free', value: 'free' },
		{ name: 'Team', value: 'team' },
		{ name: 'Enterprise', value: 'enterprise' },
	]);
	expect(products.options?.map(({ value }) => value)).toEqual(['desk', 'portal', 'insights', '']);
	expect(manager.options).toContainEqual({
		name: 'Nora Keller (nora@northwind.example)',
		value: seedIds.users.nora,
	});
});

describe('people', () => {
	const manager = async () =>
		(await open('account')).fields.find(({ id }) => id === 'success_manager');
	const asText = { type: 'string', displayName: 'Success manager (user ID or email)' };

	test('whom the token may not read: an ID or email is asked for', async () => {
		pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'getUsers' });
		expect(await manager()).toMatchObject(asText);
		expect(await manager()).not.toHaveProperty('options');
	});

	test('too many to be stored with a workflow: an ID or email is asked for', async () => {
		const users = Array.from({ length: 201 }, (_, index) => ({
			id: `u${index}`,
			name: `U ${index}`,
		}));
		pylon.sim.faults.add({ kind: 'data', operationId: 'getUsers', value: users });
		expect(await manager()).toMatchObject(asText);
	});

	test('are not asked for where no field holds one', async () => {
		for (const [id, { type }] of pylon.sim.state.customFields)
			if (type === 'user') pylon.sim.state.customFields.delete(id);
		expect((await open('account')).fields).toHaveLength(6);
		expect(pylon.sim.requests.map(({ path }) => path)).toEqual(['/custom-fields']);
	});
});

test.each([
	['issue', 'create', 'issue'],
	['account', 'updateMany', 'account'],
	['contact', 'create', 'contact'],
	['task', 'update', 'task'],
	['project', 'update', 'project'],
	['callRecording', 'update', 'meeting'],
	['import', 'importContact', 'contact'],
	['import', 'importIssue', 'issue'],
])('%s, %s: the fields of a %s', async (resource, operation, object_type) => {
	const { fields } = await open(resource, operation);
	expect(fields.length).toBeGreaterThan(0);
	expect(pylon.sim.requests[0]).toMatchObject({
		method: 'GET',
		path: '/custom-fields',
		query: { object_type },
		status: 200,
	});
});

test('a workspace without fields says so', async () => {
	pylon.sim.state.customFields.clear();
	expect(await open('contact')).toEqual({
		fields: [],
		emptyFieldsNotice: 'Your workspace has no custom fields for contacts that can be changed.',
	});
	expect(await open('callRecording')).toMatchObject({
		emptyFieldsNotice:
			'Your workspace has no custom fields for call recordings that can be changed.',
	});
});

test('1,000 fields, each with its own name', async () => {
	for (let index = 0; index < 1000; index++) {
		storeCustomField(
			pylon.sim.state,
			'contact',
			[`field_${index}`, `Field ${index % 500}`, 'text'],
			'2026-01-01T00:00:00Z',
		);
	}
	const { fields } = await open('contact');
	expect(fields).toHaveLength(1007);
	expect(new Set(fields.map(({ displayName }) => displayName)).size).toBe(1007);
	expect(fields).toContainEqual(
		expect.objectContaining({ id: 'field_500', displayName: 'Field 0 [field_500]' }),
	);
});

test('odd definitions: no label, no options, many options, a type of the future', async () => {
	const { state } = pylon.sim;
	const at = '2026-01-01T00:00:00Z';
	storeCustomField(state, 'contact', ['unlabelled', 'x', 'text'], at);
	storeCustomField(state, 'contact', ['bare', 'Bare', 'select'], at);
	storeCustomField(state, 'contact', ['odd', 'Odd', 'rating'], at);
	storeCustomField(
		state,
		'contact',
		['many', 'Many', 'multiselect', Array.from({ length: 40 }, (_, index) => `choice_${index}`)],
		at,
	);
	pylon.sim.faults.add({
		kind: 'data',
		value: [...state.customFields.values()]
			.filter(({ object_type }) => object_type === 'contact')
			.map(({ options, ...field }) => ({
				...field,
				label: field.slug === 'unlabelled' ? null : field.label,
				select_metadata: { options },
			})),
	});
	const { fields } = await open('contact');
	const named = (id: string) => fields.find((field) => field.id === id);
	expect(named('unlabelled')).toMatchObject({ displayName: 'unlabelled', type: 'string' });
	expect(named('bare')).toMatchObject({ displayName: 'Bare', type: 'options' });
	expect(named('odd')).toMatchObject({ displayName: 'Odd', type: 'string', pylonType: 'rating' });
	expect(named('many')).toMatchObject({ displayName: 'Many (one or several)', type: 'options' });
	expect(named('many')?.options).toHaveLength(41);
});

test('n8n loads the fields before a credential is chosen: the notice says how to load them again', async () => {
	const parameters = { resource: 'issue', operation: 'create' };
	expect(await openMapper(new Pylon(), 'getCustomFields', undefined, parameters)).toEqual({
		fields: [],
		emptyFieldsNotice:
			"No credential was chosen when n8n loaded the fields. Press 'Retry' once one is chosen.",
	});
	expect(pylon.sim.requests).toEqual([]);
});

test('a slow server is waited for', async () => {
	pylon.sim.faults.add({ kind: 'delay', ms: 700 });
	expect((await open('task')).fields).not.toEqual([]);
});

describe.each([
	['status 500', { kind: 'status', status: 500 }, /^Pylon could not answer \(status 500\)/],
	['a web page', { kind: 'html', status: 200 }, /returned a web page/],
	[
		'a broken connection',
		{ kind: 'reset' },
		/^The connection to Pylon broke before a response arrived \(ECONNRESET\)\. /,
	],
	['cut-off JSON', { kind: 'cut-off' }, /^\S.*Pylon/],
	[
		'HTML in what Pylon says',
		{ kind: 'status', status: 500, body: { errors: ['<b>x</b>'] } },
		/&lt;b&gt;x/,
	],
	['too many requests', { kind: 'rate-limited', waitMs: 60_000 }, /^Pylon is busy/],
] as const)('%s', (_, fault, sentence) => {
	const opening = async (stored: unknown) =>
		await openMapper(new Pylon(), 'getCustomFields', pylon.credentials, {
			resource: 'issue',
			operation: 'update',
			customFields: stored as INodeParameters,
		});

	test('the reason stands where the fields would be', async () => {
		pylon.sim.faults.add(fault);
		for (const stored of [undefined, byHand(null), byHand({})]) {
			const { fields, emptyFieldsNotice } = await opening(stored);
			expect(fields).toEqual([]);
			expect(emptyFieldsNotice).toMatch(sentence);
			expect(emptyFieldsNotice).not.toMatch(/\n|\bat \w+ \(|axios/i);
		}
	});

	test('fields that were loaded before are kept: n8n would take an empty list for the truth', async () => {
		const { fields } = await opening(undefined).catch(() => ({ fields: [] }));
		pylon.sim.faults.add(fault);
		const schema = fields.length > 0 ? fields : [{ id: 'a' } as ResourceMapperField];
		await expect(opening(byHand({ priority: 'high' }, schema))).rejects.toThrow(/Pylon/);
	});
});
