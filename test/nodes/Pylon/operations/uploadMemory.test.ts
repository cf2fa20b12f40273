import { BinaryDataService } from 'n8n-core';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, pylonNode } from '../../shared/client/support/run';
import { virtualTime } from '../../shared/client/support/virtualTime';

const pylon = withPylon({ checkReplies: true });
const ITEMS = 12;
const AT_ONCE = 3;

afterEach(() => jest.restoreAllMocks());

const uploads: Array<[name: string, operationId: string, parameters: INodeParameters]> = [
	['Attachment: Create', 'createAttachment', { resource: 'attachment', operation: 'create' }],
	[
		'Account File: Upload',
		'uploadAccountFile',
		{ resource: 'accountFile', operation: 'upload', accountId: byId(seedIds.accounts.globex) },
	],
	[
		'Training Data: Upload Files',
		'uploadTrainingDataFiles',
		{
			resource: 'trainingData',
			operation: 'uploadFiles',
			trainingDataId: byId(seedIds.trainingData),
		},
	],
];

const item = (index: number): INodeExecutionData => ({
	json: {},
	binary: {
		data: {
			data: Buffer.from(`file ${index}`).toString('base64'),
			fileName: `${index}.md`,
			mimeType: 'text/markdown',
		},
	},
});
const items = () => Array.from({ length: ITEMS }, (_, index) => item(index));

/** The file as n8n keeps it on disk, deleted since. */
const goneItem: INodeExecutionData = {
	json: {},
	binary: { data: { id: 'filesystem-v2:gone', data: 'filesystem-v2', mimeType: 'text/markdown' } },
};

/** How many files had been read at each moment, without the requests that had an answer by then. */
const watchReads = () => {
	const read = BinaryDataService.prototype.getAsBuffer;
	const held: number[] = [];
	jest.spyOn(BinaryDataService.prototype, 'getAsBuffer').mockImplementation(async function (
		this: BinaryDataService,
		binary,
	) {
		const answered = pylon.sim.requests.filter(({ status }) => status !== 0).length;
		held.push(held.length + 1 - answered);
		return await read.call(this, binary);
	});
	return held;
};

describe.each(uploads)('%s', (_, operationId, parameters) => {
	const run = async (
		input: INodeExecutionData[],
		more: INodeParameters = {},
		continueOnFail = false,
	) =>
		await runNode({
			node: pylonNode,
			credentials: pylon.credentials,
			parameters: { ...parameters, requestOptions: { concurrency: AT_ONCE }, ...more },
			items: input,
			continueOnFail,
		});

	test('holds no more files at once than requests are under way', async () => {
		const held = watchReads();
		const { items: results, error } = await run(items());
		expect(error).toBeUndefined();
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(
			items().map((__, index) => ({ item: index })),
		);
		expect(pylon.sim.countOf(operationId)).toBe(ITEMS);
		expect(held).toHaveLength(ITEMS);
		expect(Math.max(...held)).toBeLessThanOrEqual(AT_ONCE);
	});

	test('a missing file of the last item is told before any file is read or sent', async () => {
		const held = watchReads();
		const { error } = await run([...items(), { json: {} }]);
		expect(error).toMatchObject({
			message: `The incoming item has no file 'data' [item ${ITEMS}]`,
			context: { itemIndex: ITEMS },
		});
		expect(held).toEqual([]);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('a file that n8n cannot read any more is told for its item alone', async () => {
		const { items: results } = await run([item(0), goneItem, item(2)], {}, true);
		expect(results.map((result) => errorOf(result)?.message !== undefined)).toEqual([
			false,
			true,
			false,
		]);
		expect(pylon.sim.countOf(operationId)).toBe(2);
	});

	test('told to wait, it sends the same bytes again and reads them once', async () => {
		const time = virtualTime();
		const held = watchReads();
		pylon.sim.faults.add({ kind: 'rate-limited', waitMs: 1000, operationId, nth: [1] });
		const { error } = await run([item(0)]).finally(() => time.restore());
		expect(error).toBeUndefined();
		const [refused, taken] = pylon.sim.requests;
		expect([refused.status, taken.status]).toEqual([429, 200]);
		expect(taken.headers['content-length']).toBe(refused.headers['content-length']);
		expect(held).toHaveLength(1);
	});
});

test('the bytes of the second try are those of the file', async () => {
	const time = virtualTime();
	pylon.sim.faults.add({
		kind: 'rate-limited',
		waitMs: 1000,
		operationId: 'createAttachment',
		nth: [1],
	});
	await runNode({
		node: pylonNode,
		credentials: pylon.credentials,
		parameters: {
			resource: 'attachment',
			operation: 'create',
			additionalFields: { description: 'Seven' },
		},
		items: [item(7)],
	}).finally(() => time.restore());
	expect(
		[...pylon.sim.state.files.values()].map(({ content, description }) => [
			Buffer.from(content).toString(),
			description,
		]),
	).toEqual([['file 7', 'Seven']]);
});
