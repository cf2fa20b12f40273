import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Workflow, type IDataObject } from 'n8n-workflow';

import { Duplicates } from '../../../nodes/PylonTrigger/decide/duplicates';
import { hashOf } from '../../../nodes/PylonTrigger/receive/hashOf';
import { persistStaticData } from '../../../nodes/PylonTrigger/decide/persistStaticData';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { nodeOf } from '../../support/additionalData';
import { nodeTypesOf } from '../../support/nodeTypes';

const type = new PylonTrigger();
const node = nodeOf(type, { parameters: {} }, false);
const workflowWith = (staticData: IDataObject) =>
	new Workflow({
		id: 'w',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: nodeTypesOf([type]),
		staticData,
	});

class Response extends EventEmitter {
	statusCode = 200;
	writableEnded = false;
	destroyed = false;

	end(statusCode: number): void {
		this.statusCode = statusCode;
		this.writableEnded = true;
		this.emit('finish');
	}
}

const key = hashOf('body');

/** A delivery that was just taken, in a workflow whose static data n8n has loaded from its database. */
function taken() {
	const stored: IDataObject = { [`node:${node.name}`]: { seen: { before: 1 } } };
	const workflow = workflowWith(stored);
	const duplicates = new Duplicates(new Map(), 't', workflow.getStaticData('node', node), {
		ms: 1e12,
		count: 9,
	});
	void duplicates.claim(key);
	duplicates.settle(key, true);
	const response = new Response();
	const memory = { undo: () => duplicates.forget(key), touch: () => duplicates.touch() };
	const ended = persistStaticData(response as never, memory);
	return { stored, workflow, duplicates, response, ended };
}

test("the change is noted again after n8n's start of the execution took the note away", async () => {
	const { stored, workflow, response, ended } = taken();
	expect(workflow.staticData.__dataChanged).toBe(true);
	workflowWith(stored);
	expect(workflow.staticData.__dataChanged).toBe(false);
	while (workflow.staticData.__dataChanged !== true) await turn();
	expect(Object.keys((stored[`node:${node.name}`] as { seen: object }).seen)).toContain(
		key.slice(0, 32),
	);
	response.end(200);
	await ended;
});

test.each([
	[200, 'seen'],
	[500, 'new'],
])('answered %i by n8n, the same delivery is %s', async (status, claim) => {
	const { duplicates, response, ended } = taken();
	response.end(status);
	await ended;
	expect(duplicates.claim(key)).toBe(claim);
});

test.each([
	[200, 'seen'],
	[503, 'new'],
])(
	'its sender has gone away, and n8n answers %i: the same delivery is %s',
	async (status, claim) => {
		const { duplicates, response, ended } = taken();
		response.destroyed = true;
		response.emit('close');
		await turn();
		// Nobody is told: there is no connection that the answer could be written to.
		response.statusCode = status;
		response.writableEnded = true;
		await ended;
		expect(duplicates.claim(key)).toBe(claim);
	},
);
