import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { isBlankList } from '../../../../nodes/shared/input';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { bodyOf, pylon, run, sent, updateIssue } from './support/cases';

/** What an expression makes of two empty cells of a row. */
const OF_NOTHING = [', ', ';\n', ['', ' '], '[""]'];

describe('a list whose entries are all empty', () => {
	test.each([undefined, null, '', ' ', ...OF_NOTHING])('%j is nothing', (value) => {
		expect(isBlankList(value)).toBe(true);
	});

	test.each([
		[[]],
		['[]'],
		['a,'],
		[['', 'a']],
		[[null]],
		[0],
		[[0]],
		[[false]],
		[{}],
		['[a'],
		['{}'],
	])('%j is not', (value) => {
		expect(isBlankList(value)).toBe(false);
	});

	const tags = (value: unknown, more: INodeParameters = {}) =>
		updateIssue({
			tags: { change: { mode: 'replace', values: value } } as INodeParameters,
			...more,
		});

	test.each(OF_NOTHING)('%j empties no list of a record', async (v) => {
		const { error } = await run(tags('={{ $json.v }}'), { v } as IDataObject);
		expect(error?.message).toBe("'Tags' is empty");
		expect(pylon.sim.requests).toEqual([]);
	});

	test('unless the user wants it cleared; or it is left out', async () => {
		await run(tags(', ', { ifEmpty: 'clear' }));
		expect(bodyOf('PATCH')).toEqual({ tags: [] });
		await run(tags(', ', { ifEmpty: 'leaveOut', title: 'New' }));
		expect(bodyOf('PATCH')).toEqual({ title: 'New' });
	});

	const account = (updateFields: INodeParameters): INodeParameters => ({
		resource: 'account',
		operation: 'updateMany',
		accountIds: seedIds.accounts.globex,
		updateFields,
	});

	test('nor the list of several records', async () => {
		const { error } = await run(account({ tags: [''], tagsMode: 'remove' }));
		expect(error?.message).toBe("'Tag Names or IDs' is empty");
		await run(account({ tags: ',', ownerId: byId(seedIds.users.nora), ifEmpty: 'leaveOut' }));
		expect(sent('PATCH').map(({ body }) => Object.keys(body as object))).toEqual([
			expect.not.arrayContaining(['tags']),
		]);
	});

	test('nor a custom field', async () => {
		const { error } = await run({
			resource: 'account',
			operation: 'update',
			accountId: byId(seedIds.accounts.globex),
			updateFields: { customFieldsJson: '{"products":[""]}' },
		});
		expect(error?.message).toBe("'Custom Fields: Products (one or several)' is empty");
		expect(sent('PATCH')).toEqual([]);
	});

	test('a new record gets none', async () => {
		const { error } = await run({
			resource: 'account',
			operation: 'create',
			name: 'Acme',
			additionalFields: { tags: ', ' },
		});
		expect(error).toBeUndefined();
		expect(bodyOf('POST')).toEqual({ name: 'Acme' });
	});

	test.each([
		['To', { toEmails: ', ' }],
		['CC', { additionalFields: { ccEmails: [''] } }],
		['BCC', { additionalFields: { bccEmails: ';' } }],
	] as Array<[string, INodeParameters]>)(
		"'%s' of a reply: nobody else gets the message",
		async (displayName, fields) => {
			const { error } = await run({
				resource: 'issue',
				operation: 'reply',
				issueId: byId(seedIds.issues.initech),
				message: 'x',
				...fields,
			});
			expect(error?.message).toBe(`The expression in '${displayName}' returns nothing`);
			expect(pylon.sim.requests).toEqual([]);
		},
	);
});

test('tags that differ only in case are one', async () => {
	await run({
		resource: 'account',
		operation: 'create',
		name: 'Acme',
		additionalFields: { tags: 'VIP, vip, Billing; billing ' },
	});
	expect(bodyOf('POST')).toMatchObject({ tags: ['VIP', 'Billing'] });
	await run(updateIssue({ tags: { change: { mode: 'replace', values: ['vip', 'VIP', 'new'] } } }));
	expect(bodyOf('PATCH')).toEqual({ tags: ['vip', 'new'] });
});

describe('slugs of custom fields in JSON', () => {
	const update = (customFieldsJson: unknown): INodeParameters => ({
		resource: 'account',
		operation: 'update',
		accountId: byId(seedIds.accounts.globex),
		updateFields: { customFieldsJson } as INodeParameters,
	});

	test('are read without white space around them', async () => {
		await run(update('{" plan\\u00a0":"Team"}'));
		expect(bodyOf('PATCH')).toEqual({ custom_fields: [{ slug: 'plan', value: 'team' }] });
	});

	test.each([
		['{"plan":"team"," plan":"free"}', "The custom field 'plan' appears twice"],
		['{"":"team"}', "'Custom Fields (JSON)' has a field without a slug"],
		['={{ { [$json.none]: "team" } }}', "'Custom Fields (JSON)' is 'undefined'"],
		['={{ { seats: 1 / "x" } }}', "'Custom Fields (JSON)' has a value that cannot be sent"],
		[
			'={{ { renewal_date: new Date("soon") } }}',
			"'Custom Fields (JSON)' has a value that cannot be sent",
		],
	])('%s is refused', async (json, message) => {
		const { error } = await run(update(json));
		expect(error?.message).toBe(message);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('small numbers are written without an exponent', async () => {
		await run(update('={{ { seats: 0.0000001 } }}'));
		expect(bodyOf('PATCH')).toEqual({ custom_fields: [{ slug: 'seats', value: '0.0000001' }] });
	});
});

test('messages from a table that has a column for each kind of author', async () => {
	const { carla } = seedIds.contacts;
	const importing = (messagesJson: unknown): INodeParameters => ({
		resource: 'import',
		operation: 'importMessages',
		issueId: byId(seedIds.issues.first),
		messagesFrom: 'json',
		messagesJson: messagesJson as string,
	});
	await run(importing('[{"message":"Hello","user_id":null,"contact_id":"carla@globex.example"}]'));
	expect(bodyOf('POST')).toMatchObject({ messages: [{ contact_id: carla }] });
	pylon.sim.resetLog();
	const { error } = await run(importing('[{"message":"Hello","user_id":null,"contact_id":""}]'));
	expect(error?.message).toBe("'Author (Contact) of Message 1' is empty");
	expect(pylon.sim.requests).toEqual([]);
});
