import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeProperties,
	PostReceiveAction,
} from 'n8n-workflow';
import type { Effect } from '../run/effect';
import type { OperationSlots } from '../run/operationPlan';

/** The request that an operation declares; `url` is a template with the parameters in braces that name records. */
interface DeclaredRequest<Method extends IHttpRequestMethods> {
	method: Method;
	url: string;
	body?: IDataObject;
}

/**
 * A POST says whether sending it twice does no more than sending it once: Pylon has no idempotency key, so what creates,
 * sends or merges must never be repeated when its answer is lost (docs/pylon-api-notes.md#no-idempotency-key).
 */
type Requested =
	| { request: DeclaredRequest<'POST'>; safeToRepeat: boolean }
	| { request: DeclaredRequest<'DELETE' | 'GET' | 'PATCH' | 'PUT'>; safeToRepeat?: undefined };

/** One operation: what its selector shows, and what it does, in the order in which that happens. */
export type Operation = OperationSlots &
	Requested & {
		name: string;
		value: string;
		/** As the node panel lists it. */
		action: string;
		description: string;
		/** What a model may do with it on its own follows from this. */
		effect: Effect;
		/** What n8n's AI workflow builder has to know of it beyond its description. */
		builderHint?: string;
		/** Where a call may do less than that: whether it only reads. */
		onlyReads?: (context: IExecuteSingleFunctions) => boolean;
		/** Its parameters in the order of the editor. */
		fields: INodeProperties[];
		/**
		 * A hidden parameter that carries the request in place of the selector. n8n makes another node of the operation, whose
		 * selectors have no request (docs/n8n-internals.md).
		 */
		requestParameter?: string;
		/** It has no answer for a model that calls the node as a tool, so it is not offered there. */
		notForTools?: true;
		/** What is made of each response; further than that, the parameter `output` decides what comes out. */
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
