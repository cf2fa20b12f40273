import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { bodyOf, pylon, run, sent, updateIssue } from './support/cases';

/** What is left of a list when its entries are missing: `{{ $json.a }},{{ $json.b }}`, `{{ $json.cell.split(',') }}` */
const LEFT = [',', ' ;\u200b', ';\n', [''], [' ', '\u200b']];

const V = '={{ $json.v }}';
const { globex } = seedIds.accounts;
const updateAccount = (parameters: INodeParameters): INodeParameters => ({
	resource: 'account',
	operation: 'update',
	accountId: byId(globex),
	...parameters,
});
const tags = (mode: string, more: INodeParameters = {}): INodeParameters => ({
	tags: { change: { mode, values: V } },
	...more,
});

const items = LEFT.map((v) => ({ v }) as IDataObject);

test('an update of which nothing is left after that is refused', async () => {
	for (const item of items) {
		const { error } = await run(
			updateAccount({
				updateFields: { customFieldsJson: '={{ { products: $json.v } }}', ifEmpty: 'leaveOut' },
			}),
			item,
		);
		expect(error?.message).toContain('There is nothing to change');
	}
	expect(sent('PATCH')).toEqual([]);
});

test("but 'Create or Update' has its identifiers", async () => {
	const additionalFields = { customFieldsJson: '={{ { products: $json.v } }}' };
	for (const item of items) {
		const { error } = await run(
			{ resource: 'account', operation: 'upsert', domain: 'globex.example', additionalFields },
			item,
		);
		expect(error).toBeUndefined();
	}
	expect(sent('PATCH')).toEqual([]);
});

describe('an update', () => {
	test.each<[string, INodeParameters, string]>([
		['tags, replaced', updateIssue(tags('replace', { title: 'x' })), 'Tags'],
		['tags, added', updateIssue(tags('add', { title: 'x' })), 'Tags'],
		[
			'domains',
			updateAccount({ updateFields: { domains: { change: { mode: 'replace', values: V } } } }),
			'Domains',
		],
		[
			'options in the mapper',
			updateAccount({ customFields: byHand({ products: V }) }),
			'Custom Fields: Products',
		],
		[
			'options as JSON',
			updateAccount({ updateFields: { customFieldsJson: '={{ { products: $json.v } }}' } }),
			'Custom Fields: Products',
		],
	])('refuses it: %s', async (_, parameters, displayName) => {
		for (const item of items) {
			const { error } = await run(parameters, item);
			expect([item.v, error?.message]).toEqual([
				item.v,
				expect.stringMatching(`^'${displayName}.*' is empty$`),
			]);
		}
		expect(sent('PATCH')).toEqual([]);
	});

	test('leaves it out, or clears the list, where the user wants it so', async () => {
		for (const item of items) {
			await run(updateIssue(tags('replace', { title: 'x', ifEmpty: 'leaveOut' })), item);
			expect(bodyOf('PATCH')).toEqual({ title: 'x' });
			await run(updateIssue(tags('replace', { title: 'x', ifEmpty: 'clear' })), item);
			expect(bodyOf('PATCH')).toEqual({ title: 'x', tags: [] });
			const fields = { customFieldsJson: '={{ { products: $json.v, notes: "x" } }}' };
			await run(updateAccount({ updateFields: { ...fields, ifEmpty: 'leaveOut' } }), item);
			expect(bodyOf('PATCH')).toEqual({ custom_fields: [{ slug: 'notes', value: 'x' }] });
			await run(updateAccount({ updateFields: { ...fields, ifEmpty: 'clear' } }), item);
			expect(bodyOf('PATCH')).toEqual({
				custom_fields: [{ slug: 'products' }, { slug: 'notes', value: 'x' }],
			});
		}
	});

	test('but an empty list is a list', async () => {
		await run(updateIssue(tags('replace')), { v: [] });
		expect(bodyOf('PATCH')).toEqual({ tags: [] });
	});
});

test('a create leaves it out', async () => {
	for (const [index, item] of items.entries()) {
		const { error } = await run(
			{
				resource: 'account',
				operation: 'create',
				name: `New ${index}`,
				additionalFields: {
					tags: V,
					moreDomains: V,
					customFieldsJson: '={{ { products: $json.v } }}',
				},
			},
			item,
		);
		expect(error).toBeUndefined();
		expect(bodyOf('POST')).toEqual({ name: `New ${index}` });
	}
});

test('a message goes to nobody whom the user did not choose', async () => {
	for (const [displayName, parameters] of [
		['To', { toEmails: V }],
		['CC', { additionalFields: { ccEmails: V } }],
		['BCC', { additionalFields: { bccEmails: V } }],
		['Attachments (Input Data Field Names)', { additionalFields: { binaryPropertyNames: V } }],
	] as Array<[string, INodeParameters]>) {
		const reply: INodeParameters = {
			resource: 'issue',
			operation: 'reply',
			issueId: byId(seedIds.issues.initech),
			message: 'x',
		};
		for (const item of items) {
			const { error } = await run({ ...reply, ...parameters }, item);
			expect([item.v, error?.message]).toEqual([
				item.v,
				expect.stringContaining(`'${displayName}'`),
			]);
		}
	}
	expect(pylon.sim.requests).toEqual([]);
});

test.each(['={{ null }}', '={{ "" }}', '={{ undefined }}', ' ', ''])(
	"'Custom Fields (JSON)' without anything does not fall away in an update: %s",
	async (customFieldsJson) => {
		const update = (more: INodeParameters) =>
			updateAccount({
				updateFields: { customFieldsJson, logoUrl: 'https://x.example/a.png', ...more },
			});
		const { error } = await run(update({}));
		expect(error?.message).toContain("'Custom Fields (JSON)'");
		expect(sent('PATCH')).toEqual([]);
		expect((await run(update({ ifEmpty: 'leaveOut' }))).error).toBeUndefined();
		expect(bodyOf('PATCH')).toEqual({ logo_url: 'https://x.example/a.png' });
	},
);
