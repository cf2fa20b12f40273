import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import type { CredentialData } from './additionalData';

/** A workflow with one polling trigger. */
export interface PollerOptions {
	node: INodeType;
	parameters?: INodeParameters;
	credentials: CredentialData;
	/** Whether n8n keeps what the node remembers in a table of its own (N8N_POLLER_DURABLE_CURSORS_ENABLED). */
	durable?: boolean;
}

/** What a poll came to. */
export interface PollResult {
	/** Data of the items of the execution that was started, if one was. */
	items?: IDataObject[];
	/** What n8n shows as a failed execution, or as the reason why the workflow cannot be published. */
	error?: Error;
}
