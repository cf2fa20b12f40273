import type { IncomingHttpHeaders } from 'node:http';
import type {
	INodeExecutionData,
	INodeParameters,
	INodeType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { CredentialData } from './additionalData';

/** A trigger node in a workflow of its own. */
export interface TriggerOptions {
	node: INodeType;
	parameters?: INodeParameters;
	/** Decrypted data of the credential; left out, the node has none. */
	credentials?: CredentialData;
	/** 'manual' is n8n's "Listen for test event". */
	mode?: Extract<WorkflowExecuteMode, 'webhook' | 'manual'>;
	/** n8n's N8N_PAYLOAD_SIZE_MAX in bytes; default 16 MiB. */
	payloadLimit?: number;
	staticData?: Record<string, unknown>;
}

/** A line of the log that a node writes. */
export interface LogEntry {
	level: 'debug' | 'info' | 'warn' | 'error';
	message: string;
	meta?: unknown;
}

/** One call of a webhook. */
export interface Delivery {
	rawBody: Buffer | string;
	/** A list of values sends the header once per value. */
	headers?: Record<string, string | string[]>;
	method?: string;
	/** Makes the caller go away without waiting for the answer. */
	signal?: AbortSignal;
}

/** What the caller of a webhook gets. */
export interface TriggerAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	/** The answer's text; parsed if it is JSON. */
	body: unknown;
}

/** What a call of a webhook came to. */
export interface TriggerResult extends TriggerAnswer {
	/** Items of the execution that the call started; undefined when none was started. */
	workflowData?: INodeExecutionData[][];
	/** What the node threw: in n8n a failed execution and a 500. */
	thrown?: unknown;
	log: LogEntry[];
}

/** A server that takes calls for a trigger node. */
export interface Listener {
	url: string;
	/** Items of every execution started so far. */
	executions: INodeExecutionData[][][];
	thrown: unknown[];
	log: LogEntry[];
	close(): Promise<void>;
}
