import type { Execution, ExecutionItem, SavedWorkflow, Workflow } from '../../../sandbox/n8n/api';
import type { StoredCredential } from '../../../sandbox/n8n/sandbox';
import { importInto, publishIn } from '../../queue/support/workflows';
import type { AttackedN8n } from './attackedN8n';

export {
	inARow,
	manualTrigger,
	pollingTrigger,
	pylon,
	pylonTrigger,
} from '../../queue/support/workflows';

/**
 * Stores and publishes a workflow.
 *
 * @param n8n where it is stored
 * @param workflow its nodes name types of credentials only
 * @param as the credential that its nodes have; that of the sandbox when undefined
 * @returns the workflow, as n8n stored it
 */
export const publish = async (
	{ api, credential }: AttackedN8n,
	workflow: Workflow,
	as: StoredCredential = credential,
): Promise<SavedWorkflow> => await publishIn({ api, credentials: { pylon: as } }, workflow);

/**
 * Stores a workflow.
 *
 * @param n8n where it is stored
 * @param workflow its nodes name types of credentials only
 * @param as the credential that its nodes have
 * @returns the workflow, not published
 */
export const store = async (
	{ api }: AttackedN8n,
	workflow: Workflow,
	as: StoredCredential,
): Promise<SavedWorkflow> => await importInto({ api, credentials: { pylon: as } }, workflow);

/**
 * Reads what became of all executions of a workflow.
 *
 * @param n8n in which it ran
 * @param workflow as n8n stored it
 * @param node name of the node whose items are wanted
 * @returns how many executions are in each status, the items of the node, and the errors
 */
export async function outcomes(
	{ api }: AttackedN8n,
	{ id }: SavedWorkflow,
	node: string,
): Promise<{
	statuses: Partial<Record<Execution['status'], number>>;
	items: ExecutionItem[];
	errors: string[];
}> {
	const statuses: Partial<Record<Execution['status'], number>> = {};
	const items: ExecutionItem[] = [];
	const errors: string[] = [];
	for (const { id: executionId, status } of await api.executions(id)) {
		statuses[status] = (statuses[status] ?? 0) + 1;
		const { error, runData } = await api.executionResult(executionId);
		if (error) errors.push(error.message);
		for (const { data } of runData?.[node] ?? []) items.push(...(data?.main[0] ?? []));
	}
	return { statuses, items, errors };
}
