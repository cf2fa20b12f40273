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

/** Stores and publishes a workflow. */
export const publish = async (
	{ api, credential }: AttackedN8n,
	workflow: Workflow,
	as: StoredCredential = credential,
): Promise<SavedWorkflow> => await publishIn({ api, credentials: { pylon: as } }, workflow);

/** Stores a workflow. */
export const store = async (
	{ api }: AttackedN8n,
	workflow: Workflow,
	as: StoredCredential,
): Promise<SavedWorkflow> => await importInto({ api, credentials: { pylon: as } }, workflow);

/** What became of all executions of a workflow: how many in each status, and the items of one node. */
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
