import { resourceMapping } from '../../../../nodes/Pylon/editor/resourceMapping';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { storeCustomField } from '../../../../sandbox/pylon/seed/customFields';
import { openMapper } from '../../../support/loadOptions';
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

test('the fields of accounts by label, with type, options and what cannot be changed', async () => {
	const { fields } = await open('account');
	expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
		['CRM stage (read-only)', 'string'],
		['HubSpot: tier (read-only)', 'string'],
		['Last meeting (read-only)', 'dateTime'],
		['Notes', 'string'],
		['Plan', 'options'],
		['Products (several of: Desk, Portal, Insights)', 'string'],
		['Renewal date', 'dateTime'],
		['Seats', 'number'],
		['Strategic', 'boolean'],
		['Success manager (user ID or email)', 'string'],
	]);
	const [crm, tier, meeting, notes, plan] = fields;
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
	expect(crm).toMatchObject({ readOnly: true, defaultValue: null });
	expect(tier.id).toBe('account.hubspot.tier');
	expect(fields.filter(({ readOnly }) => readOnly)).toEqual([crm, tier, meeting]);
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
])('%s, %s: one request for the fields of a %s', async (resource, operation, object_type) => {
	const { fields } = await open(resource, operation);
	expect(fields.length).toBeGreaterThan(0);
	expect(pylon.sim.requests).toEqual([
		expect.objectContaining({
			method: 'GET',
			path: '/custom-fields',
			query: { object_type },
			status: 200,
		}),
	]);
});

test('a workspace without fields says so', async () => {
	pylon.sim.state.customFields.clear();
	expect(await open('contact')).toEqual({
		fields: [],
		emptyFieldsNotice: 'Your workspace has no custom fields for contacts.',
	});
	expect(await open('callRecording')).toMatchObject({
		emptyFieldsNotice: 'Your workspace has no custom fields for call recordings.',
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
	expect(fields).toHaveLength(1008);
	expect(new Set(fields.map(({ displayName }) => displayName)).size).toBe(1008);
	expect(fields).toContainEqual(
		expect.objectContaining({ id: 'field_500', displayName: 'Field 0 [field_500]' }),
	);
	expect(pylon.sim.requests).toHaveLength(1);
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
	expect(named('many')?.displayName).toMatch(
		/^Many \(several of: Choice_0, Choice_1, .{20,50}…\)$/,
	);
	expect(named('many')?.options).toHaveLength(40);
});

test('a slow server is waited for', async () => {
	pylon.sim.faults.add({ kind: 'delay', ms: 700 });
	expect((await open('task')).fields).not.toEqual([]);
});

test.each([
	['status 500', { kind: 'status', status: 500 }, /^Pylon could not answer \(status 500\)/],
	['a web page', { kind: 'html', status: 200 }, /answered with a web page/],
	[
		'a broken connection',
		{ kind: 'reset' },
		/^The connection to Pylon broke before an answer came \(ECONNRESET\)\. /,
	],
	['cut-off JSON', { kind: 'cut-off' }, /^\S.*Pylon/],
	['too many requests', { kind: 'rate-limited', waitMs: 60_000 }, /^Pylon is busy/],
] as const)('%s: the editor gets a sentence', async (_, fault, sentence) => {
	pylon.sim.faults.add(fault);
	const error = await open('issue').then(
		() => undefined,
		(caught: Error) => caught,
	);
	expect(error?.message).toMatch(sentence);
	expect(error?.message).not.toMatch(/\n|\bat \w+ \(|axios/i);
	expect(pylon.sim.requests).toHaveLength(1);
});
