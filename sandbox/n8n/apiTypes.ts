/** Who n8n is set up for, and who signs in. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/** A credential before it is stored: `type` names its credential type, e.g. `pylonApi`, and `data` holds its fields. */
export interface Credential {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** A node of a workflow. `credentials` are by type, e.g. `pylonApi`. */
export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	webhookId?: string;
}

/** A workflow as exported from the editor. */
export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** A workflow as n8n has stored it. */
export interface SavedWorkflow extends Workflow {
	id: string;
	versionId: string;
}

/** One run of a workflow. */
export interface Execution {
	id: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'crashed' | 'canceled' | 'unknown';
}

/** Why an execution or one of its nodes failed; `node` is where it happened. */
export interface ExecutionError {
	message: string;
	description?: string | null;
	node?: { name: string };
}

/** An item that a node returned. `error` is there when the node failed for this item and went on. */
export interface ExecutionItem {
	json: Record<string, unknown>;
	pairedItem?: unknown;
	error?: ExecutionError;
}

/** One run of a node: its items by kind of connection (`main`, `ai_tool`) and output. */
export interface NodeRun {
	data?: { main: Array<ExecutionItem[] | null> } & Record<string, Array<ExecutionItem[] | null>>;
	error?: ExecutionError;
}

/** What an execution left behind, as far as the sandbox and the tests look at it. */
export interface ExecutionResult {
	error?: ExecutionError;
	/** By node name: one entry per run of the node. */
	runData: Record<string, NodeRun[]>;
}
