import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { runWorkflow } from '../../../support/engine';
import { passThrough } from '../../../support/fixtureNodes';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, pylonNode, runPylon } from '../../shared/client/support/run';
import { runIssue } from './support/conversations';

const pylon = withPylon({ checkReplies: true });

afterEach(() => jest.restoreAllMocks());

const file = (text: string) => ({
	data: Buffer.from(text).toString('base64'),
	fileName: `${text}.txt`,
	mimeType: 'text/plain',
});

test("'Requests at Once' holds for an operation of several requests too", async () => {
	pylon.sim.faults.add({ kind: 'delay', ms: 20 });
	const parameters = {
		operation: 'getContext',
		issueId: byId(seedIds.issues.initech),
		requestOptions: { concurrency: 1 },
	};
	const { items } = await runIssue(pylon, parameters, { items: [{ json: {} }, { json: {} }] });
	expect(items).toHaveLength(2);
	expect(pylon.sim.maxInFlight()).toBe(1);
});

describe("issue 'Create If None Open'", () => {
	const parameters = (more: INodeParameters = {}): INodeParameters => ({
		operation: 'createIfNoneOpen',
		keyField: 'root_cause',
		keyValue: 'alert-1',
		title: 'Alert',
		message: 'Alert',
		accountId: byId(seedIds.accounts.globex),
		...more,
	});

	test('an upload without an answer is no issue that may have been created: the next item creates it', async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 503,
			operationId: 'createAttachment',
			nth: [1],
			processed: true,
		});
		const items: INodeExecutionData[] = ['one', 'two'].map((text) => ({
			json: {},
			binary: { data: file(text) },
		}));
		const { items: results } = await runIssue(
			pylon,
			parameters({ additionalFields: { binaryPropertyNames: 'data' } }),
			{
				items,
				continueOnFail: true,
			},
		);
		expect(errorOf(results[0])).toMatchObject({ maybeProcessed: true });
		expect(results[1].json).toMatchObject({ title: 'Alert', created: true });
		expect(pylon.sim.countOf('createIssue')).toBe(1);
	});

	test("'Retry On Fail' looks again, and finds what the first try may have created", async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 503,
			operationId: 'createIssue',
			nth: [1],
			processed: true,
		});
		const { outputs, error } = await runWorkflow({
			nodes: [
				{ name: 'Start', type: passThrough() },
				{
					name: 'Pylon',
					type: pylonNode,
					parameters: { resource: 'issue', ...parameters() },
					retryOnFail: true,
					maxTries: 2,
					waitBetweenTries: 1,
				},
			],
			pinData: { Start: [{ json: {} }, { json: {} }] },
			credentials: pylon.credentials,
		});
		expect(error).toBeUndefined();
		expect(outputs.Pylon[0].map(({ json }) => json.created)).toEqual([false, false]);
		expect(pylon.sim.countOf('createIssue')).toBe(1);
	});

	test("'Output' may be the label, by an expression", async () => {
		const { items, error } = await runIssue(pylon, parameters({ output: '={{ "Raw" }}' }));
		expect(error).toBeUndefined();
		expect(items[0].json).toHaveProperty('account');
	});
});

test('of several files to upload, the one that is missing is told before any is read', async () => {
	const binary = { terms: { id: 'filesystem:not-there', data: '', mimeType: 'text/plain' } };
	const { error } = await runPylon(
		pylon.credentials,
		{
			resource: 'trainingData',
			operation: 'uploadFiles',
			trainingDataId: byId(seedIds.trainingData),
			binaryPropertyName: 'terms, prices',
		},
		undefined,
		{ items: [{ json: {}, binary }] } as IDataObject,
	);
	expect(error?.message).toBe("The incoming item has no file 'prices'");
	expect(pylon.sim.requests).toEqual([]);
});

test('API Request finds a wrong path before any item reads the credential, so not late', async () => {
	const reads = jest.spyOn(TestCredentialsHelper.prototype, 'getDecrypted');
	const send = async (paths: string[]) => {
		reads.mockClear();
		const inputs = paths.map((path) => ({ path }));
		const { error } = await runPylon(
			pylon.credentials,
			{ resource: 'apiRequest', operation: 'send', path: '={{ $json.path }}' },
			inputs,
		);
		expect(error?.message).toMatch(/^'Path' is empty/);
		return reads.mock.calls.length;
	};
	const forOne = await send(['']);
	expect(await send(['/me', '/me', '/me', ''])).toBe(forOne);
	expect(pylon.sim.requests).toEqual([]);
});
