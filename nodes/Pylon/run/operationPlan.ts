import type {
	IDataObject,
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

/** Completes or checks the request of one item. What it throws becomes the error of this item. */
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

/** The one request that the operation declares. Checks and handlers may change its IDs, query and body. */
export interface OwnRequest extends PylonRequest {
	method: IHttpRequestMethods;
	ids: Record<string, string>;
}

/**
 * Reads the parameters that name the records of a path. `runItem` gets it handed in, since the code that knows what names a
 * record lies in a layer above.
 */
export interface PathIds {
	/**
	 * @param context the item's context
	 * @param template e.g. `/contacts/{contactId}`; each name is that of a parameter
	 * @returns the values for the names
	 * @throws NodeOperationError when a value is empty or cannot be an ID
	 */
	read: (context: IExecuteSingleFunctions, template: string) => Record<string, string>;
	/**
	 * Replaces other names of the request's records by their IDs.
	 * @throws NodeOperationError when no record has the name, or several have; NodeApiError when Pylon gives no good answer
	 */
	lookUp: (call: Call) => Promise<void>;
}

/** What a handler or check works with. */
export interface Call {
	context: IExecutePaginationFunctions;
	/** The declared request, after all steps. */
	request: OwnRequest;
	/** What the steps have found out, see `ItemState`. */
	state: ReadonlyMap<object, unknown>;
	/** How long the item may still wait and how often it may still try again, over all of its requests. */
	budget: RetryBudget;
	/** Where the item's credential sends requests, without a slash at the end. */
	baseUrl: string;
	/**
	 * Sends a request and returns the records. An item counts as one among those that are worked on at the same time, so it
	 * sends its requests one after the other.
	 */
	send: (request: PylonRequest) => Promise<INodeExecutionData[]>;
	/** `send` to an endpoint that answers with one record: answers with it. */
	sendForRecord: (request: PylonRequest) => Promise<IDataObject>;
	/**
	 * Like `send`, for a list or search that has pages: returns the records of all of them.
	 * @param pageSize most records per page; default: what Pylon's API description says of the endpoint
	 * @throws what `send` throws; NodeOperationError when the pages do not come to an end, or there are too many records
	 */
	sendPages: (request: PylonRequest, pageSize?: number) => Promise<INodeExecutionData[]>;
	/**
	 * Like `send`, for an endpoint that the node does not know: returns the body too, whatever JSON object it is.
	 * @param isNew says of a record whether it was on no earlier page
	 */
	sendAny: (request: PylonRequest, isNew?: (item: INodeExecutionData) => boolean) => Promise<Reply>;
	/**
	 * Looks something up once for all items of the run. What `load` throws, each of them throws as an error of its own.
	 * @param key names what is looked up
	 * @param load asks Pylon; called by the first item that wants to know, and again where that one failed
	 */
	cached: <T>(key: string, load: () => Promise<T>) => Promise<T>;
	/** Does something for all items of the run together, see `Gathering`. Only in `Complete`. */
	gather: Gathering['join'];
}

/** Runs an operation that needs more than one request. */
export type Handler = (call: Call) => Promise<INodeExecutionData[]>;

/**
 * Asks Pylon something before the operation's own request is sent. Where it returns items, they are the result, and nothing
 * is sent.
 */
export type Check = (call: Call) => Promise<INodeExecutionData[] | void>;

/** Turns the records from Pylon into the items of the output. */
export type Shape = (
	items: INodeExecutionData[],
	context: IExecutePaginationFunctions,
) => Promise<INodeExecutionData[]>;

/** Adds to the records from Pylon what takes further requests; called after the last request and before `Shape`. */
export type Complete = (items: INodeExecutionData[], call: Call) => Promise<INodeExecutionData[]>;

/** What an operation declares beside its request and its parameters, in the order in which it runs. */
export interface OperationSlots {
	/**
	 * Run after the parameters have been read into the request, and before any item of the run is sent, unless the user has
	 * spread the items over time by n8n's batching. The first one that throws keeps the item from being sent.
	 */
	validate?: Step[];
	/** Ask Pylon for what must be known before the request is sent. */
	lookUp?: Check[];
	/** Replaces the one request where one is not enough. */
	run?: Handler;
	/** The request lists records; the parameters `returnAll` and `limit` say how many. */
	list?: ListPlan;
	/** Asks for more about the records that came, if need be for all items of the run together. */
	complete?: Complete;
}

/** Imports slots. They take the place of what the operation declares beside them. */
export type LoadSlots = () => Promise<OperationSlots>;

/** What the parameters and the operation of one item ask for. */
export interface OperationPlan {
	/** The steps of the parameters, in the order of the description. */
	steps: Step[];
	checks: Check[];
	handler?: Handler;
	slots: OperationSlots;
	/** What the steps have found out, by `ItemState`. */
	state: Map<object, unknown>;
	complete?: Complete;
	shape?: Shape;
}

/**
 * The plan of each item, by the request that n8n has built for it. n8n runs `preSend` functions before the transport and
 * outside of its care for item linking and continue-on-fail, so ours only note here what the transport is to do.
 */
const plans = new WeakMap<IHttpRequestOptions, OperationPlan>();

/**
 * @param request the request of one item, as n8n built it or as `requestOfItem` copied it
 * @returns what the item's operation and parameters have asked for so far
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

/** @returns for `routing.send.preSend`: puts a part into the item's plan */
const planning = (part: Partial<OperationPlan>): PreSendAction =>
	async function (request) {
		Object.assign(planOf(request), part);
		return request;
	};

/**
 * @param step gets the request, whose body and query it may change
 * @returns for `routing.send.preSend`: makes the transport run the step before it sends anything
 */
export function beforeSending(step: Step): PreSendAction {
	return async function (request) {
		planOf(request).steps.push(step);
		return request;
	};
}

/** The two halves of a parameter that names records. A name that cannot be right shows before anything is sent. */
export interface ReadAndLookUp {
	read: Step;
	lookUp: Check;
}

/** @returns for `routing.send.preSend` of a parameter that names records: has both halves run, each at its time */
export function readAndLookUp({ read, lookUp }: ReadAndLookUp): PreSendAction {
	return async function (request) {
		const { steps, checks } = planOf(request);
		steps.push(read);
		checks.push(lookUp);
		return request;
	};
}

/**
 * @param check throws when the request must not be sent; returns items when it does not have to be
 * @returns for `routing.send.preSend`: makes the transport ask Pylon after all steps, before it sends the request
 */
export function checkedBy(check: Check): PreSendAction {
	return async function (request) {
		planOf(request).checks.push(check);
		return request;
	};
}

/**
 * @param handler sends the requests; the operation's slot `run` is not called then
 * @returns for `routing.send.preSend` of a parameter that takes more than one request
 */
export const handledBy = (handler: Handler): PreSendAction => planning({ handler });

/**
 * @param slots what the operation declares
 * @param load imports those that are loaded when the operation runs
 * @returns for `routing.send.preSend` of the option that selects the operation
 */
export function declaring(slots: OperationSlots, load?: LoadSlots): PreSendAction {
	return async function (request) {
		planOf(request).slots = load === undefined ? slots : { ...slots, ...(await load()) };
		return request;
	};
}

/**
 * @param shape gets all records of one item, after the last request
 * @returns for `routing.send.preSend`: makes the output something else than what Pylon sent
 */
export const shapedBy = (shape: Shape): PreSendAction => planning({ shape });

/**
 * @param complete gets all records of one item, after the last request
 * @returns for `routing.send.preSend`: adds to what Pylon sent by further requests
 */
export const completedBy = (complete: Complete): PreSendAction => planning({ complete });
