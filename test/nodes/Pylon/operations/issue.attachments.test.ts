import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { askedOf, runIssue, wordsOf } from './support/conversations';
import { messagesOf } from './support/messages';

const pylon = withPylon({ checkReplies: true });
const { initech } = seedIds.issues;
const { carla } = seedIds.contacts;

const file = (fileName: string, text: string, mimeType = 'text/plain') => ({
	data: Buffer.from(text).toString('base64'),
	fileName,
	mimeType,
});
const item = (...names: string[]): INodeExecutionData => ({
	json: {},
	binary: Object.fromEntries(
		names.map((name) => [name, file(`${name} ✓.txt`, `bytes of ${name}`)]),
	),
});
const given = 'https://assets.northwind.example/given.txt';

const operations: Array<[operation: string, sends: string, parameters: INodeParameters]> = [
	['create', 'createIssue', { title: 'Hello', requesterId: byId(carla) }],
	[
		'createIfNoneOpen',
		'createIssue',
		{ title: 'Hello', requesterId: byId(carla), keyField: 'root_cause', keyValue: 'alert-1' },
	],
	['reply', 'createIssueReply', { issueId: byId(initech) }],
	['addNote', 'createIssueNote', { issueId: byId(initech) }],
];

const stored = () =>
	[...pylon.sim.state.files.values()].map(({ name, type, content }) => [
		name,
		type,
		Buffer.from(content).toString(),
	]);
const count = (operation: string) =>
	askedOf(pylon.sim).filter((asked) => asked === operation).length;

describe.each(operations)('%s', (operation, sends, parameters) => {
	const run = async (
		names: unknown,
		items = [item('data', 'log')],
		more: IDataObject = {},
		continueOnFail = false,
	) =>
		await runIssue(
			pylon,
			{
				operation,
				message: 'Hi',
				...parameters,
				additionalFields: { binaryPropertyNames: names, ...more },
			} as INodeParameters,
			{ items, continueOnFail },
		);
	const sentBody = () =>
		pylon.sim.requests.findLast(({ operationId }) => operationId === sends)?.body as IDataObject;

	test.each([['data, log'], ['={{ Object.keys($binary) }}']])(
		'%s: uploads each file once and joins its address to the others',
		async (names) => {
			const { error, items } = await run(names, undefined, { attachmentUrls: given });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(stored()).toEqual([
				['data ✓.txt', 'text/plain', 'bytes of data'],
				['log ✓.txt', 'text/plain', 'bytes of log'],
			]);
			const urls = [...pylon.sim.state.files.keys()].map(
				(id) => expect.stringContaining(`/${id}%2F`) as string,
			);
			expect(sentBody().attachment_urls).toEqual([given, ...urls]);
			expect([count('createAttachment'), count(sends)]).toEqual([2, 1]);
		},
	);

	test('no names, no upload', async () => {
		expect((await run('={{ [] }}')).error).toBeUndefined();
		expect(count('createAttachment')).toBe(0);
		expect(sentBody()).not.toHaveProperty('attachment_urls');
	});

	test.each([
		['data, other', "The incoming item has no file 'other'", 'It has: data, log.'],
		[
			'={{ [{}] }}',
			"'Attachments (Input Data Field Names)' has an entry that is neither text nor number",
			'It is {}',
		],
	])('%s is refused before anything is sent', async (names, message, description) => {
		const { error } = await run(names);
		expect(wordsOf(error)).toEqual({ message, description: expect.stringContaining(description) });
		expect(pylon.sim.requests).toEqual([]);
	});

	test('the upload works and the rest does not: the error has the addresses, and nothing is sent twice', async () => {
		pylon.sim.faults.add({ kind: 'status', status: 500, operationId: sends });
		const { error } = await run('data');
		const [id] = pylon.sim.state.files.keys();
		const { uploadedUrls } = (error as unknown as { context: { pylon: IDataObject } }).context
			.pylon;
		expect(uploadedUrls).toEqual([expect.stringContaining(`/${id}%2F`)]);
		expect(wordsOf(error).description).toContain(
			`Already uploaded: ${(uploadedUrls as string[])[0]}. `,
		);
		expect([count('createAttachment'), count(sends)]).toEqual([1, 1]);
	});

	test('the second upload fails: nothing is created, and the first address is told', async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 503,
			operationId: 'createAttachment',
			nth: [2],
			processed: true,
		});
		const [{ json }] = (await run('data, log', undefined, {}, true)).items;
		expect(json.error).toMatchObject({
			status: 503,
			uploadedUrls: [expect.stringContaining('data')],
		});
		expect([count('createAttachment'), count(sends)]).toEqual([2, 0]);
	});

	test('told to wait, it sends the same bytes again', async () => {
		pylon.sim.faults.add({
			kind: 'rate-limited',
			waitMs: 1,
			operationId: 'createAttachment',
			nth: [1],
		});
		expect((await run('data')).error).toBeUndefined();
		expect(stored()).toEqual([['data ✓.txt', 'text/plain', 'bytes of data']]);
		expect([count('createAttachment'), count(sends)]).toEqual([2, 1]);
	});
});

test('a file without an address is not taken for an attachment', async () => {
	pylon.sim.faults.add({
		kind: 'data',
		value: { id: 'a', name: 'data', url: null },
		operationId: 'createAttachment',
	});
	const parameters = {
		operation: 'addNote',
		issueId: byId(initech),
		message: 'a',
		additionalFields: { binaryPropertyNames: 'data' },
	};
	const { error } = await runIssue(pylon, parameters, { items: [item('data')] });
	expect(wordsOf(error).message).toBe("Pylon accepted the file 'data' but returned no URL for it");
	expect(count('createIssueNote')).toBe(0);
});

test('each of two items gets its own files', async () => {
	const parameters = {
		operation: 'addNote',
		issueId: byId(initech),
		message: '={{ $json.text }}',
		additionalFields: { binaryPropertyNames: 'data' },
	};
	const items = ['one', 'two'].map((text) => ({
		json: { text },
		binary: { data: file(`${text}.txt`, text) },
	}));
	const { items: results } = await runIssue(pylon, parameters, { items });
	expect(results.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	for (const [index, text] of ['one', 'two'].entries()) {
		const note = messagesOf(pylon.sim, initech).find(({ id }) => id === results[index].json.id);
		expect(note).toMatchObject({
			message_html: `<p>${text}</p>`,
			file_urls: [expect.stringContaining(`${text}.txt`)],
		});
	}
});
