import type {
	ICredentialType,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialData } from './additionalData';

/** What every run can be told. */
interface EngineOptions {
	/** Decrypted data of the credential; left out, the node has none. */
	credentials?: CredentialData;
	credentialType?: ICredentialType;
	/** IANA name, the workflow's own setting. */
	timezone?: string;
	mode?: WorkflowExecuteMode;
	cancelSignal?: AbortSignal;
}

/** One declarative node, and what it is given. */
export interface RunNodeOptions extends EngineOptions {
	node: INodeType;
	parameters: INodeParameters;
	/** Default: one empty item. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	onError?: INode['onError'];
}

/** A node of a workflow; what is left out is filled in. */
export type WorkflowNode = Partial<Omit<INode, 'type'>> & {
	name: string;
	type: INodeType;
	parameters?: INodeParameters;
};

/** A workflow, and what it is given. */
export interface RunWorkflowOptions extends EngineOptions {
	/** The first one starts. */
	nodes: WorkflowNode[];
	/** `[from, to, output of from]`; default: one after the other. */
	connections?: Array<[from: string, to: string, output?: number]>;
	/** Output of a node that is then not run, by the node's name. */
	pinData?: Record<string, INodeExecutionData[]>;
}

/** What a run of a workflow came to. */
export interface WorkflowResult {
	/** Items per output of each node that ran, in the order of its outputs. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** What stopped the workflow. */
	error?: Error;
	/** All the engine recorded. */
	run: IRun;
}
