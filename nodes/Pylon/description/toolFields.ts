import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Resource } from '../operations/operation';
import type { Effect } from '../run/effect';
import { LET_MODEL_DECIDE, needsPerson } from '../run/modelGuard';

/** n8n shows such a field only in the form of a tool (`node-helpers.js`, n8n-workflow 1.120 to 2.41). */
const inTools = { displayOptions: { show: { '@tool': [true] } } };

const REFUSED =
	"A model's call is refused unless 'Let a Model Decide' is on. Put a human review between the agent and this tool, so that a person approves each call, and then switch it on.";

const NOTICES: Record<Effect, string> = {
	reads: 'Only reads from Pylon. A model may call it on its own.',
	writesInternally:
		'Changes what your team sees in Pylon; customers get no message. A model may call it on its own.',
	reachesCustomers: `Customers can see what this does. ${REFUSED}`,
	cannotBeUndone: `What this does cannot be undone. ${REFUSED}`,
};

const noticeOf = (displayName: string): INodeProperties => ({
	displayName,
	name: 'toolNotice',
	type: 'notice',
	default: '',
	...inTools,
});

/** One object for each effect, so that operations share it. */
const notices = Object.fromEntries(
	Object.entries(NOTICES).map(([effect, text]) => [effect, noticeOf(text)]),
) as Record<Effect, INodeProperties>;

const noticeWithReads = noticeOf(
	`${NOTICES.cannotBeUndone} A call that only reads (a GET request, a dry run) is never refused.`,
);

const letModelDecide: INodeProperties = {
	displayName: 'Let a Model Decide',
	name: LET_MODEL_DECIDE,
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether a model may call this without a person checking the call. Switch it on if a human review asks a person first.',
	...inTools,
};

function fieldsFor({ effect, onlyReads, notForTools }: Operation): INodeProperties[] {
	if (notForTools) return [];
	const notice = onlyReads === undefined ? notices[effect] : noticeWithReads;
	return needsPerson(effect) ? [notice, letModelDecide] : [notice];
}

/**
 * @param resources as they are declared
 * @returns the resources with a notice about each operation in the form of a tool, and with the switch that lets a model
 * decide
 */
export const withToolFields = (resources: Resource[]): Resource[] =>
	resources.map((resource) => ({
		...resource,
		operations: resource.operations.map((operation) => ({
			...operation,
			fields: [...fieldsFor(operation), ...operation.fields],
		})),
	}));
