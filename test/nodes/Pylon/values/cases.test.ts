import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { runPylon } from '../../shared/client/support/run';
import { pylon, run, bodyOf, updateIssue } from './support/cases';

const { issues } = seedIds;

describe('rows of a table with empty cells', () => {
	const create = (additionalFields: INodeParameters = {}): INodeParameters => ({
		resource: 'contact',
		operation: 'create',
		name: '={{ $json.name }}',
		additionalFields: {
			email: '={{ $json.email }}',
			phoneNumbers: '={{ $json.phone }}',
			avatarUrl: '={{ $json.avatar }}',
			accountId: byId('={{ $json.account }}'),
			externalIds: { externalId: [{ externalId: 'row-1', label: '={{ $json.label }}' }] },
			...additionalFields,
		},
	});

	test.each([undefined, null, '', ' '])('%p is left out of what is created', async (email) => {
		const { error } = await run(create(), { name: 'Bob', email } as IDataObject);
		expect(error).toBeUndefined();
		expect(bodyOf('POST')).toEqual({ name: 'Bob', external_ids: [{ external_id: 'row-1' }] });
	});

	test('or refused, where the user wants it so', async () => {
		const { error } = await run(create({ ifEmpty: 'refuse' }), { name: 'Bob' });
		expect(error).toMatchObject({
			message: expect.stringMatching(/ is empty$/),
			description: expect.stringContaining("'If a Value Is Empty'"),
		});
		expect(pylon.sim.requests).toEqual([]);
	});

	test.each([
		[
			'Portal Role',
			{
				resource: 'contact',
				operation: 'create',
				name: 'Bob',
				additionalFields: { portalRole: '={{ $json.none }}' },
			},
		],
		[
			'Internal',
			{
				resource: 'taskComment',
				operation: 'create',
				taskId: byId(seedIds.tasks.import),
				message: 'x',
				additionalFields: { isInternal: '={{ $json.none }}' },
			},
		],
		[
			'Availability',
			{
				resource: 'user',
				operation: 'update',
				userId: byId(seedIds.users.nora),
				updateFields: { status: '={{ $json.none }}' },
			},
		],
		[
			'Published',
			{
				resource: 'knowledgeBaseArticle',
				operation: 'create',
				knowledgeBaseId: byId(seedIds.knowledgeBase),
				title: 'x',
				content: 'x',
				authorUserId: byId(seedIds.users.nora),
				additionalFields: { isPublished: '={{ $json.none }}' },
			},
		],
	] as Array<[string, INodeParameters]>)(
		"a switch or choice never is: '%s'",
		async (displayName, parameters) => {
			const { error } = await run(parameters);
			expect(error?.message).toBe(`'${displayName}' is empty`);
			expect(pylon.sim.requests).toEqual([]);
		},
	);

	test('an update clears what can be cleared, and nothing else', async () => {
		const { error } = await run(
			updateIssue({
				ifEmpty: 'clear',
				assigneeId: byId('={{ $json.none }}'),
				tags: { change: { mode: 'replace', values: '={{ $json.none }}' } },
			}),
		);
		expect(error).toBeUndefined();
		expect(bodyOf('PATCH')).toEqual({ assignee_id: '', tags: [] });
		pylon.sim.resetLog();
		const refused = await run(updateIssue({ ifEmpty: 'clear', title: '={{ $json.none }}' }));
		expect(refused.error?.message).toBe("'Title' is empty, and Pylon cannot clear it");
		expect(pylon.sim.requests).toEqual([]);
	});
});

describe('the people of a reply', () => {
	const reply = (additionalFields: INodeParameters): INodeParameters => ({
		resource: 'issue',
		operation: 'reply',
		issueId: byId(issues.initech),
		message: 'x',
		additionalFields,
	});

	test.each([
		['CC', { ccEmails: '={{ $json.cc }}' }],
		['BCC', { bccEmails: '={{ $json.cc }}' }],
	])("'%s' follows the rule of 'To'", async (displayName, fields) => {
		for (const cc of [null, undefined]) {
			const { error } = await run(reply(fields), { cc } as IDataObject);
			expect(error?.message).toBe(`The expression in '${displayName}' returns nothing`);
		}
		expect(pylon.sim.requests).toEqual([]);
		expect(
			(await run({ ...reply(fields), toEmails: 'dmitri@initech.example' }, { cc: '' })).error,
		).toBeUndefined();
	});
});

describe('files without a name', () => {
	test.each([
		[{ mimeType: 'application/pdf' }, 'data.pdf'],
		[{ mimeType: 'text/plain; charset=utf-8' }, 'data.txt'],
		[{ mimeType: 'application/x-unknown', fileExtension: 'abc' }, 'data.abc'],
		[{ mimeType: 'application/x-unknown' }, 'data'],
		[{}, 'data'],
		[{ mimeType: 'application/pdf', fileName: 'report' }, 'report'],
	])('%j is uploaded as %s', async (file, name) => {
		const { error } = await runPylon(
			pylon.credentials,
			{ resource: 'attachment', operation: 'create' },
			[{}],
			{
				items: [
					{ json: {}, binary: { data: { data: Buffer.from('x').toString('base64'), ...file } } },
				],
			} as never,
		);
		expect(error).toBeUndefined();
		expect([...pylon.sim.state.files.values()].map((stored) => stored.name)).toContain(name);
	});

	test.each([[{}], [null], [{ mimeType: 'text/plain' }]])(
		'what is no file is refused: %j',
		async (file) => {
			const { error } = await runPylon(
				pylon.credentials,
				{ resource: 'attachment', operation: 'create' },
				[{}],
				{ items: [{ json: {}, binary: { data: file } }] } as never,
			);
			expect(error?.message).toBe("The file 'data' of the incoming item has no content");
			expect(pylon.sim.requests).toEqual([]);
		},
	);
});
