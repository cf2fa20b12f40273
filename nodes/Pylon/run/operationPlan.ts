import type {
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	INodeExecutionData,
	PreSendAction,
} from 'n8n-workflow';
import type { PylonRequest } from '../../shared/client/pylonRequest';
import type { RetryBudget } from '../../shared/client/retry';
import type { Gathering } from './gathering';
import type { Reply } from './send';

/** Completes or checks the request of one item. May throw: that becomes this item's error. */
export type Step = (
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
) => void | Promise<void>;

/** What an operation that lists records needs to know about its endpoint. */
export interface ListPlan {
	/**
	 * Most records per page, where that is not what Pylon's API description says of the endpoint; 0 when the endpoint answers
	 * everything at once and knows neither cursor nor limit.
	 */
	pageSize?: number;
	/** Cuts `start_time` to `end_time` of the query into windows that the endpoint accepts. */
	windows?: boolean;
}

/** The operation's own request. Checks and handlers may change its IDs, query and body. */
export interface OwnRequest extends PylonRequest {
	method: IHttpRequestMethods;
	ids: Record<string, string>;
}

/** Reads the parameters that name the records of a path; `runItem` is handed it, since what names a record is above it. */
export interface PathIds {
	/**
	 * @param context of the item
	 * @param template e.g. `/contacts/{contactId}`; each name is that of a parameter
	 * @returns what stands for the names
	 * @throws NodeOperationError when a value is empty or cannot be an ID
	 */
	read: (context: IExecuteSingleFunctions, template: string) => Record<string, string>;
	/**
	 * Puts IDs in place of what else names the records of the request.
	 * @throws NodeOperationError when no record has the name, or several have
	 */
	lookUp: (call: Call) => Promise<void>;
}

/** What a handler or check works with. */
export interface Call {
	context: IExecutePaginationFunctions;
	/** As declared, its steps done. */
	request: OwnRequest;
	/** What the steps have found out, see `ItemState`. */
	state: ReadonlyMap<object, unknown>;
	/** What the item may still spend on waiting and repeating, with all of its requests. */
	budget: RetryBudget;
	/** Of the credential. */
	baseUrl: string;
	/**
	 * Sends a request and answers with the records. An item has one place among those that are worked on at the same time, so
	 * its requests go one after the other.
	 */
	send: (request: PylonRequest) => Promise<INodeExecutionData[]>;
	/**
	 * `send` for a list or search that has pages: answers with the records of all of them.
	 * @param pageSize most records per page; default: what Pylon's API description says of the endpoint
	 * @throws NodeOperationError when the pages do not come to an end, or there are too many records
	 */
	sendPages: (request: PylonRequest, pageSize?: number) => Promise<INodeExecutionData[]>;
	/**
	 * `send` for an endpoint that is not known: answers with the body too, whatever JSON object it is.
	 * @param isNew which records were not there before
	 */
	sendAny: (request: PylonRequest, isNew?: (item: INodeExecutionData) => boolean) => Promise<Reply>;
	/**
	 * Looks something up once for all items of the run.
	 * @param key names what is looked up
	 * @param load asks Pylon; only called by the first item that wants to know, and again when that one failed
	 */
	cached: <T>(key: string, load: () => Promise<T>) => Promise<T>;
	/** Does something for all items of the run together, see `Gathering`. Only in `Complete`. */
	gather: Gathering['join'];
}

/** Runs an operation that needs more than one request. */
export type Handler = (call: Call) => Promise<INodeExecutionData[]>;

/** Looks something up in Pylon before the operation's own request is sent. What it returns comes out instead: then nothing is sent. */
export type Check = (call: Call) => Promise<INodeExecutionData[] | void>;

/** Makes of the records that came what the operation puts out. */
export type Shape = (
	items: INodeExecutionData[],
	context: IExecutePaginationFunctions,
) => INodeExecutionData[];

/** Adds to the records that came what has to be asked for beside them; called after the last request, before `Shape`. */
export type Complete = (items: INodeExecutionData[], call: Call) => Promise<INodeExecutionData[]>;

/** What an operation declares beside its request and its parameters. They run in this order. */
export interface OperationSlots {
	/**
	 * Run when the parameters have been read into the request, and before any item of the run is sent, but where the user has
	 * spread the items over time by n8n's batching. The first one that throws keeps the item from being sent.
	 */
	validate?: Step[];
	/** Ask Pylon what has to be known before the request is sent. */
	lookUp?: Check[];
	/** Takes the place of the one request, where one is not enough. */
	run?: Handler;
	/** The request lists records; the parameters `returnAll` and `limit` say how many. */
	list?: ListPlan;
	/** Asks for what is needed beside the records that came; may do so for all items of the run together. */
	complete?: Complete;
}

/** What the parameters and the operation of one item ask for. */
export interface OperationPlan {
	/** Of the parameters, in the order of the description. */
	steps: Step[];
	checks: Check[];
	handler?: Handler;
	slots: OperationSlots;
	/** Of the item, by its `ItemState`. */
	state: Map<object, unknown>;
	complete?: Complete;
	shape?: Shape;
}

/**
 * Keyed by the request that n8n built for one item. n8n runs `preSend` functions before the transport and outside of
 * its care for item linking and continue-on-fail, so ours only write down here what the transport shall do.
 */
const plans = new WeakMap<IHttpRequestOptions, OperationPlan>();

/**
 * @param request the request of one item
 * @returns what its operation has asked for
 */
export function planOf(request: IHttpRequestOptions): OperationPlan {
	let plan = plans.get(request);
	if (plan === undefined) {
		plan = { steps: [], checks: [], slots: {}, state: new Map() };
		plans.set(request, plan);
	}
	return plan;
}

/**
 * @param declared the request of one item as n8n built it
 * @returns a copy for the item's steps, with the same plan
 */
export function requestOfItem(declared: IHttpRequestOptions): IHttpRequestOptions {
	const request = { ...declared };
	plans.set(request, planOf(declared));
	return request;
}

/**
 * For `routing.send.preSend`: runs a step inside the transport, before anything is sent.
 * @param step gets the request, whose body and query it may change
 */
export function beforeSending(step: Step): PreSendAction {
	return async function (request) {
		planOf(request).steps.push(step);
		return request;
	};
}

/** The two halves of a parameter that names records: what is wrong with the name shows before anything is sent. */
export interface ReadAndLookUp {
	read: Step;
	lookUp: Check;
}

/** For `routing.send.preSend` of such a parameter. */
export function readAndLookUp({ read, lookUp }: ReadAndLookUp): PreSendAction {
	return async function (request) {
		const { steps, checks } = planOf(request);
		steps.push(read);
		checks.push(lookUp);
		return request;
	};
}

/**
 * For `routing.send.preSend`: looks something up in Pylon, after all steps and before the request is sent.
 * @param check throws when the request must not be sent; returns items when it does not have to be
 */
export function checkedBy(check: Check): PreSendAction {
	return async function (request) {
		planOf(request).checks.push(check);
		return request;
	};
}

/**
 * For `routing.send.preSend` of a parameter without which one request would do.
 * @param handler sends what is to be sent; the slot `run` of the operation is not called then
 */
export function handledBy(handler: Handler): PreSendAction {
	return async function (request) {
		planOf(request).handler = handler;
		return request;
	};
}

/**
 * For `routing.send.preSend` of the option that selects an operation.
 * @param slots what the operation declares
 */
export function declaring(slots: OperationSlots): PreSendAction {
	return async function (request) {
		planOf(request).slots = slots;
		return request;
	};
}

/**
 * For `routing.send.preSend`: the operation puts out something else than what Pylon sent.
 * @param shape gets all records of one item, and is called after the last request
 */
export function shapedBy(shape: Shape): PreSendAction {
	return async function (request) {
		planOf(request).shape = shape;
		return request;
	};
}

/**
 * For `routing.send.preSend`: what came is completed by further requests.
 * @param complete gets all records of one item, and is called after the last request
 */
export function completedBy(complete: Complete): PreSendAction {
	return async function (request) {
		planOf(request).complete = complete;
		return request;
	};
}
