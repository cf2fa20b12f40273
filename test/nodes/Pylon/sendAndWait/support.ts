import type { IDataObject, INode, INodeParameters, INodeType } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import type { RunWorkflowOptions } from '../../../support/engine';
import { evaluate, passThrough } from '../../../support/fixtureNodes';
import { byId } from '../../../support/locator';
import type { PylonUnderTest } from '../../../support/pylon';
import { runUntilWaiting, type WaitingRun } from '../../../support/waiting';
import { linksIn, notesIn } from '../../../support/waiting.notes';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { loadNode } from '../../../support/nodeTypes';
import { itemsOf, pylonNode } from '../../shared/client/support/run';

/** The issue that the questions are asked in. */
export const issueId = seedIds.issues.first;

/** What differs from a question in issue 101. */
export interface Question {
	parameters?: INodeParameters;
	inputs?: IDataObject[];
	/** The node's name; default `Pylon`. */
	name?: string;
	/** Default: the Pylon node. */
	type?: INodeType;
	onError?: INode['onError'];
	/** In which it is asked; default issue 101. */
	issue?: string;
}

const review = new Pylon();
review.description = { ...review.description, name: 'pylonHitlTool' };

/** The node that reviews tool calls, by the name that n8n gives to its type. */
export const reviewNode = loadNode(review);

const [start, check] = [passThrough(), evaluate()];

/**
 * @param pylon in which it asks
 * @param question what differs from a question in issue 101
 * @returns a workflow that asks; behind it, a node reads a field of the item that came in
 */
export const workflowWith = (
	pylon: PylonUnderTest,
	{
		parameters = {},
		inputs = [{ key: 'first' }],
		name = 'Pylon',
		type = pylonNode,
		onError,
	}: Question = {},
): RunWorkflowOptions => ({
	nodes: [
		{ name: 'Start', type: start },
		{
			name,
			type,
			onError,
			parameters: {
				resource: 'issue',
				operation: 'sendAndWait',
				issueId: byId(issueId),
				message: 'May we refund 12 €?',
				...parameters,
			},
		},
		{ name: 'Next', type: check, parameters: { value: "={{ $('Start').item.json.key }}" } },
	],
	pinData: { Start: itemsOf(...inputs) },
	credentials: pylon.credentials,
});

export interface AskedQuestion extends WaitingRun {
	/** The workflow; what is changed in it counts from the next call on. */
	workflow: RunWorkflowOptions;
	/** The question's note. */
	note: string;
	links: Record<string, string>;
}

const open: WaitingRun[] = [];

/**
 * Asks, and waits; what it opens is closed by `closeAll`.
 * @param pylon in which it asks
 * @param question see `workflowWith`
 * @returns the waiting run, with the question's note and the links in it
 */
export async function ask(pylon: PylonUnderTest, question?: Question): Promise<AskedQuestion> {
	const workflow = workflowWith(pylon, question);
	const waiting = await runUntilWaiting(workflow);
	open.push(waiting);
	const [note] = notesIn(pylon.sim, question?.issue ?? issueId);
	return Object.assign(waiting, { workflow, note, links: linksIn(note) });
}

/** Closes everything that `ask` has opened. */
export async function closeAll(): Promise<void> {
	await Promise.all(open.splice(0).map(async ({ close }) => await close()));
}
