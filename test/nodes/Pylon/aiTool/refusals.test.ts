import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import type { Effect } from '../../../../nodes/Pylon/run/effect';
import { isToolCall } from '../../../../nodes/Pylon/run/tool';
import { seedIds } from '../../../../sandbox/pylon';
import { toolFor } from '../../../support/aiTool';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { leastCall } from './support/arguments';

jest.setTimeout(30_000);
const pylon = withPylon();
const node = new Pylon();
beforeEach(() => {
	pylon.sim.resetState();
	pylon.sim.resetLog();
});

/** What the model is told. */
async function answerTo(parameters: INodeParameters, args: IDataObject): Promise<string> {
	const tool = await toolFor(node, parameters, pylon.credentials);
	return await tool.invoke(args).catch((error: Error) => error.message);
}

const operations = resources
	.flatMap((resource) => resource.operations.map((operation) => ({ resource, operation })))
	.map((one) => ({ ...one, name: `${one.resource.value}.${one.operation.value}` }));

/** The path that `leastCall` has is that of a GET. */
const OTHERWISE: Record<string, IDataObject> = { 'apiRequest.send': { method: 'POST' } };

/** What is said of an operation that a person has to approve, by its effect. */
const WHY: Partial<Record<Effect, string>> = {
	reachesCustomers: 'reaches customers',
	cannotBeUndone: 'cannot be undone',
};

const risky = operations.filter(({ operation }) => operation.effect in WHY);

test.each(risky)('$name: refused, and nothing is sent', async ({ resource, operation, name }) => {
	const { parameters, args } = leastCall(pylon.sim, resource, operation, 'typed');
	const { letModelDecide, ...without } = { ...parameters, ...OTHERWISE[name] };
	expect(letModelDecide).toBe(true);
	pylon.sim.resetLog();
	const told = await answerTo(without as INodeParameters, args);
	expect(told).toMatch(
		new RegExp(
			`^Not done: '${operation.action}' ${WHY[operation.effect]}, so a person has to approve it\\. Nothing was sent to Pylon\\..* human review .*'Let a Model Decide'`,
		),
	);
	expect(pylon.sim.requests).toEqual([]);
});

const { globex, initechDuplicate } = seedIds.accounts;
const merge = {
	resource: 'account',
	operation: 'merge',
	accountId: { __rl: true, mode: 'id', value: globex },
	mergeAccountIds: [initechDuplicate],
};

test.each([
	["={{ $fromAI('decide', ``, 'boolean') }}", { decide: true }],
	['={{ true }}', {}],
	['true', {}],
	['1', {}],
	[1, {}],
	[false, {}],
])('a switch that holds %s is not on', async (letModelDecide, args) => {
	expect(await answerTo({ ...merge, letModelDecide }, args)).toMatch(/^Not done: /);
	expect(pylon.sim.requests).toEqual([]);
});

test('where the switch is on, the model decides', async () => {
	expect(await answerTo({ ...merge, letModelDecide: true }, {})).not.toMatch(/^Not done/);
	expect(pylon.sim.countOf('mergeAccounts')).toBe(1);
});

test('a dry run is not refused: it only reads', async () => {
	const answer = await answerTo({ ...merge, dryRun: true }, {});
	expect(JSON.parse(answer)).toEqual([expect.objectContaining({ dryRun: true })]);
	expect(pylon.sim.countOf('mergeAccounts')).toBe(0);
});

describe('API Request', () => {
	const request = { resource: 'apiRequest', operation: 'send', path: '/me' };
	const byModel = "={{ $fromAI('method', ``, 'string') }}";

	test.each(['GET', 'get'])('%s by a model is not refused', async (method) => {
		const answer = await answerTo({ ...request, method: byModel }, { method });
		expect(JSON.parse(answer)).toHaveLength(1);
	});

	test.each(['POST', 'PATCH', 'PUT', 'DELETE', 'delete'])('%s is', async (method) => {
		expect(await answerTo({ ...request, method: byModel }, { method })).toMatch(/^Not done: /);
		expect(pylon.sim.requests).toEqual([]);
	});
});

test('a plain node is never refused', async () => {
	const { items } = await runNode({ node, parameters: merge, credentials: pylon.credentials });
	expect(items).toHaveLength(1);
	expect(pylon.sim.countOf('mergeAccounts')).toBe(1);
});

test('a tool, one of an MCP server and one behind a human review are told from a plain node', () => {
	const isCalled = (type: string) => isToolCall({ getNode: () => ({ ...nodeOfType, type }) });
	const nodeOfType = {
		id: '1',
		name: 'Pylon',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	expect(isCalled('n8n-nodes-pylon.pylonTool')).toBe(true);
	expect(isCalled('n8n-nodes-pylon.pylonHitlTool')).toBe(true);
	expect(isCalled('n8n-nodes-pylon.pylon')).toBe(false);
	expect(isCalled('n8n-nodes-myTools.pylon')).toBe(false);
});
