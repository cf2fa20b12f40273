import type { IncomingMessage } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { events } from '../../nodes/PylonPollingTrigger/events';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { runNode } from '../support/engine';
import { openDropDown, searchList } from '../support/loadOptions';
import { byId } from '../support/locator';
import { startLoopback, type Loopback } from '../support/loopback';
import { Poller } from '../support/poll';
import { deliverTo, signed } from './PylonTrigger/support/deliveries';
import { page, last, empty, accounts, statuses, issues, records } from '../support/recordings';

async function bodyOf(request: IncomingMessage): Promise<IDataObject> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString()) as IDataObject);
}

/** What was recorded, by method and path; of what nobody recorded, nothing. */
function answerTo(method: string, path: string, body: IDataObject): IDataObject {
	const single = /^\/(issues|accounts)\/([^/]+)$/.exec(path);
	if (method === 'GET' && single) {
		const record = (single[1] === 'issues' ? issues : accounts.data).find(
			({ id }) => id === single[2],
		);
		return record === undefined ? empty : { data: record, request_id: 'r' };
	}
	if (path === '/issues/search')
		return body.search_text === 'nothing' ? empty : body.cursor === 'MTAw' ? last : page;
	if (path === '/accounts' || path === '/accounts/search') return accounts;
	if (path === '/issue-statuses') return statuses;
	if (path === '/training-data/d') return { data: { id: 'd', name: 'Manuals' }, request_id: 'r' };
	if (path === '/me') return { data: { id: 'o', name: 'Northwind' }, request_id: 'r' };
	return empty;
}

let server: Loopback;

beforeAll(async () => {
	server = await startLoopback((request, response) => {
		const path = (request.url ?? '').split('?')[0];
		void bodyOf(request).then((body) => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(answerTo(request.method ?? '', path, body)));
		});
	});
});

afterAll(async () => await server.close());

const SECRET = 'whsec-of-the-recordings';

const credentials = () => ({
	region: 'custom',
	baseUrl: server.url,
	apiToken: 'pylon_api_x',
	useWithTrigger: true,
	webhookSecret: SECRET,
});

async function run(parameters: INodeParameters): Promise<IDataObject[]> {
	const { items, error } = await runNode({
		node: new Pylon(),
		parameters,
		credentials: credentials(),
	});
	if (error) throw error;
	return items.map(({ json }) => json);
}

const OUTPUTS = ['simplified', 'raw', 'selected'].flatMap((output) =>
	[false, true].map((addNames) => ({ output, addNames, selectedFields: 'id' })),
);

/** Asserts that a record is one of the recorded ones, in the form that was asked for. */
function expectRecord(
	record: IDataObject,
	original: IDataObject,
	{ output, addNames }: (typeof OUTPUTS)[number],
): void {
	if (output === 'selected') expect(record).toEqual({ id: original.id });
	else if (output === 'raw')
		expect(record).toEqual(
			addNames
				? expect.objectContaining({ id: original.id, custom_fields: original.custom_fields })
				: original,
		);
	else {
		expect(
			JSON.stringify(Object.entries(record).filter(([key]) => key !== 'custom_fields')),
		).not.toContain('{');
		expect(Object.values(record)).not.toContain(undefined);
		expect(Object.keys(record.custom_fields as IDataObject)).toEqual(
			Object.keys((original.custom_fields ?? {}) as IDataObject),
		);
		for (const value of Object.values(record.custom_fields as IDataObject))
			expect(value === null || typeof value === 'string' || Array.isArray(value)).toBe(true);
	}
}

describe.each(OUTPUTS)('%j', (output) => {
	test('Pylon node: both pages of a search, a search without result, all accounts, each record', async () => {
		const found = await run({ resource: 'issue', operation: 'search', returnAll: true, ...output });
		expect(found).toHaveLength(issues.length);
		found.forEach((record, index) => expectRecord(record, issues[index], output));
		expect(
			await run({
				resource: 'issue',
				operation: 'search',
				searchText: 'nothing',
				returnAll: true,
				...output,
			}),
		).toEqual([]);
		for (const operation of ['getAll', 'search']) {
			const all = await run({ resource: 'account', operation, returnAll: true, ...output });
			all.forEach((record, index) => expectRecord(record, accounts.data[index], output));
			expect(all).toHaveLength(accounts.data.length);
		}
		for (const [kind, original] of records) {
			const [record] = await run({
				resource: kind,
				operation: 'get',
				[`${kind}Id`]: byId(original.id as string),
				...output,
			});
			expectRecord(record, original, output);
		}
	});

	test('Pylon Trigger', async () => {
		for (const [kind, original] of records) {
			const rawBody = JSON.stringify({ event: `${kind}_updated`, [`${kind}_id`]: original.id });
			const { workflowData } = await deliverTo({
				rawBody,
				headers: signed(rawBody, SECRET),
				parameters: { fetchRecord: kind, ...output },
				credentials: credentials(),
			});
			expectRecord(workflowData?.[0][0].json.record as IDataObject, original, output);
		}
	});

	test.each(['issue_created', 'issue_status_changed', 'issue_updated', 'account_created'])(
		'Pylon Polling Trigger, %s',
		async (event) => {
			const { items = [], error } = await new Poller({
				node: new PylonPollingTrigger(),
				parameters: { event, ...output },
				credentials: credentials(),
			}).test();
			if (error) throw error;
			expect(items.length).toBeGreaterThan(0);
			for (const item of items) {
				const record = item[event.split('_')[0]] as IDataObject;
				expectRecord(
					record,
					records.map(([, one]) => one).find(({ id }) => id === record.id) ?? {},
					output,
				);
			}
		},
	);
});

test.each(events.map(({ value }) => value))(
	'Pylon Polling Trigger, %s: begins, and polls',
	async (event) => {
		const poller = new Poller({
			node: new PylonPollingTrigger(),
			parameters: { event, addNames: true },
			credentials: credentials(),
		});
		expect(await poller.activate()).toEqual({});
		expect((await poller.poll()).error).toBeUndefined();
	},
);

test('Get Context of each issue', async () => {
	for (const { id, account: reference } of issues) {
		const [context] = await run({
			resource: 'issue',
			operation: 'getContext',
			issueId: byId(id as string),
		});
		expect(context.issue).toMatchObject({ id, requester_name: null });
		expect((context.account as IDataObject | null)?.id ?? null).toBe(
			accounts.data.find((one) => one.id === (reference as IDataObject).id)?.id ?? null,
		);
	}
});

test('the statuses', async () => {
	expect(await run({ resource: 'issueStatus', operation: 'getAll' })).toEqual(statuses.data);
});

describe('in the editor', () => {
	const node = new Pylon();
	const { listSearch = {}, loadOptions = {} } = node.methods as {
		listSearch?: object;
		loadOptions?: object;
	};
	const known = {
		accountId: accounts.data[0].id,
		issueId: issues[0].id,
		knowledgeBaseId: 'k',
		macroId: 'm',
		projectId: 'p',
		surveyId: 's',
		taskId: 't',
		trainingDataId: 'd',
	};
	const parameters: INodeParameters = {
		customObjectType: 'device',
		resource: 'issue',
		operation: 'update',
		conditions: { condition: [{ field: 'list:match:state' }] },
		...Object.fromEntries(Object.entries(known).map(([name, id]) => [name, byId(id as string)])),
	};
	/** Where a list of a condition's values is opened. */
	const ROW = 'parameters.conditions.condition[0].choice';
	const isReadable = ({ name }: { name: string }) =>
		name.trim() !== '' && !/undefined|null|\[object/.test(name);

	test.each(['searchIssues', 'searchAccounts'])('list %s names every record', async (method) => {
		const { results } = await searchList(node, method, credentials());
		expect(results.length).toBeGreaterThanOrEqual(3);
		expect(results.filter((one) => !isReadable(one))).toEqual([]);
	});

	test('no list stumbles over a workspace of which little is known', async () => {
		for (const method of Object.keys(listSearch)) {
			const { results } = await searchList(node, method, credentials(), {
				parameters,
				path: ROW,
			});
			expect([method, results.filter((one) => !isReadable(one))]).toEqual([method, []]);
		}
		for (const method of Object.keys(loadOptions)) {
			const options = await openDropDown(node, method, credentials(), parameters, ROW);
			expect([method, options.filter((one) => !isReadable(one))]).toEqual([method, []]);
		}
	});
});
