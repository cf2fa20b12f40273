import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import {
	type Home,
	inARow,
	n8nWebhook,
	pollingTrigger,
	publishIn,
	pylon,
	pylonTrigger,
	splitOut,
} from '../../queue/support/workflows';
import { byId } from '../../support/locator';

/** An item that fails comes out with its error, and the others go on. */
const CONTINUE = { onError: 'continueRegularOutput' };

/** Name of the node that creates or writes, in each workflow. */
export const WRITER = 'Write';

const issueOfDelivery = byId('={{ $("Pylon Trigger").first().json.body.issue_id }}');

const deliveries = () =>
	inARow('Deliveries', [
		pylonTrigger({ fetchRecord: 'issue' }),
		pylon('Update', {
			resource: 'issue',
			operation: 'update',
			issueId: issueOfDelivery,
			updateFields: { title: '={{ "Seen " + $json.body.n }}' },
		}),
		pylon(
			WRITER,
			{
				resource: 'issue',
				operation: 'addNote',
				issueId: issueOfDelivery,
				message: '={{ "Delivery " + $("Pylon Trigger").first().json.body.n }}',
			},
			CONTINUE,
		),
	]);

const list = (kind: string, parameters: object) =>
	inARow(`Lists of ${kind}`, [
		n8nWebhook(kind),
		splitOut('body.items'),
		pylon(WRITER, { ...parameters }, CONTINUE),
	]);

const approvals = () =>
	inARow('Approvals', [
		n8nWebhook('approvals'),
		pylon('Ask', {
			resource: 'issue',
			operation: 'sendAndWait',
			issueId: byId('={{ $json.body.issue }}'),
			message: '={{ "May we refund order " + $json.body.n + "?" }}',
		}),
		pylon(
			WRITER,
			{
				resource: 'task',
				operation: 'create',
				title: '={{ ($json.data.approved ? "Refund " : "Do not refund ") + $json.body.n }}',
			},
			CONTINUE,
		),
	]);

/** The workflows of the hour, published. */
export interface Workflows {
	deliveries: SavedWorkflow;
	updates: SavedWorkflow;
	tasks: SavedWorkflow;
	issues: SavedWorkflow;
	approvals: SavedWorkflow;
	/** They poll for issues that were created, and that were updated. */
	created: SavedWorkflow[];
	updated: SavedWorkflow[];
}

/**
 * Publishes the workflows of the hour.
 *
 * @param home the n8n
 * @param pollers how many workflows poll
 * @returns the workflows, as n8n stored them
 */
export async function publishAll(home: Home, pollers: number): Promise<Workflows> {
	const polling = async (event: string, count: number): Promise<SavedWorkflow[]> => {
		const published: SavedWorkflow[] = [];
		for (let n = 1; n <= count; n++)
			published.push(await publishIn(home, inARow(`${event} ${n}`, [pollingTrigger(event)])));
		return published;
	};
	return {
		deliveries: await publishIn(home, deliveries()),
		updates: await publishIn(
			home,
			list('updates', {
				resource: 'contact',
				operation: 'update',
				contactId: byId('={{ $json.id }}'),
				updateFields: { name: '={{ $json.name }}' },
			}),
		),
		tasks: await publishIn(
			home,
			list('tasks', { resource: 'task', operation: 'create', title: '={{ $json.title }}' }),
		),
		issues: await publishIn(
			home,
			list('issues', {
				resource: 'issue',
				operation: 'create',
				title: '={{ $json.title }}',
				message: '={{ $json.title }}',
				accountId: byId('={{ $json.account }}'),
			}),
		),
		approvals: await publishIn(home, approvals()),
		created: await polling('issue_created', Math.ceil(pollers / 2)),
		updated: await polling('issue_updated', Math.floor(pollers / 2)),
	};
}
