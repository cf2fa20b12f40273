import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import type { RunWorkflowOptions } from '../../../support/engine';
import { evaluate, passThrough } from '../../../support/fixtureNodes';
import { byId } from '../../../support/locator';
import type { PylonUnderTest } from '../../../support/pylon';
import { runUntilWaiting, type WaitingRun } from '../../../support/waiting';
import { linksIn, notesIn } from '../../../support/waiting.notes';
import { itemsOf, pylonNode } from '../../shared/client/support/run';

/** The issue that the questions are asked in. */
export const issueId = seedIds.issues.first;

/** What differs from a question in issue 101. */
export interface Question {
	parameters?: INodeParameters;
	inputs?: IDataObject[];
	/** The node's name; default `Pylon`. */
	name?: string;
	onError?: INode['onError'];
	/** In which it is asked; default issue 101. */
	issue?: string;
}

const [start, check] = [passThrough(), evaluate()];

/**
 * @param pylon in which it asks
 * @param question what differs from a question in issue 101
 * @returns a workflow that asks; behind it, a node reads a field of the item that came in
 */
export const workflowWith = (
	pylon: PylonUnderTest,
	{ parameters = {}, inputs = [{ key: 'first' }], name = 'Pylon', onError }: Question = {},
): RunWorkflowOptions => ({
	nodes: [
		{ name: 'Start', type: start },
		{
			name,
			type: pylonNode,
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
	const waiting = await runUntilWaiting(workflowWith(pylon, question));
	open.push(waiting);
	const [note] = notesIn(pylon.sim, question?.issue ?? issueId);
	return Object.assign(waiting, { note, links: linksIn(note) });
}

/** Closes everything that `ask` has opened. */
export async function closeAll(): Promise<void> {
	await Promise.all(open.splice(0).map(async ({ close }) => await close()));
}
