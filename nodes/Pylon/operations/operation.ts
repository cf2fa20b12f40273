import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeProperties,
	PostReceiveAction,
} from 'n8n-workflow';
import type { Effect } from '../run/effect';
import type { LoadSlots, OperationSlots } from '../run/operationPlan';

/** The request that an operation declares; `url` is a template, with the parameters that name records in braces. */
interface DeclaredRequest<Method extends IHttpRequestMethods> {
	method: Method;
	url: string;
	body?: IDataObject;
}

/**
 * A POST says whether sending it twice does no more than sending it once. Pylon has no idempotency key, so a request that
 * creates, sends or merges must never be repeated when its answer is lost (docs/pylon-api-notes.md#no-idempotency-key).
 */
type Requested =
	| { request: DeclaredRequest<'POST'>; safeToRepeat: boolean }
	| { request: DeclaredRequest<'DELETE' | 'GET' | 'PATCH' | 'PUT'>; safeToRepeat?: undefined };

/** One operation: what its selector shows, and what it does, in the order in which that happens. */
export type Operation = OperationSlots &
	Requested & {
		name: string;
		value: string;
		/** The text in the node panel. */
		action: string;
		description: string;
		/** It decides what a model may do with the operation on its own. */
		effect: Effect;
		/** What n8n's AI workflow builder has to know besides the description. */
		builderHint?: string;
		/** Where a single call may do less than `effect`: whether it only reads. */
		onlyReads?: (context: IExecuteSingleFunctions) => boolean;
		/**
		 * Imports the slots whose code is no small matter. n8n loads every node when it starts, and most never run: so that code
		 * waits until an item comes.
		 */
		load?: LoadSlots;
		/** Its parameters in the order of the editor. */
		fields: INodeProperties[];
		/**
		 * Name of a hidden parameter that carries the request in place of the selector. n8n makes another node of the operation,
		 * whose selectors have no request (docs/n8n-internals.md).
		 */
		requestParameter?: string;
		/** The operation has no answer for a model that calls the node as a tool, so it is not offered there. */
		notForTools?: true;
		/** Change each response; after that, the parameter `output` decides the form of the items. */
		output?: PostReceiveAction[];
	};

/** One kind of record and what can be done with it. */
export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
	/** The operation that the editor starts with. */
	default: string;
}
