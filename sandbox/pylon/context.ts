import type { Region } from './auth';
import type { operations } from './openapi.generated';
import type { PageFault } from './pagination';
import type { State } from './state';

/** A file of a multipart request, as its handler gets it. */
export interface UploadedFile {
	/** Name of the form's field. */
	field: string;
	name: string;
	type: string;
	content: Uint8Array;
}

/** How `GET /issues` reads its window; see handlers/issueList.ts. */
export interface IssueWindow {
	/** The longest window that is accepted, in days. */
	maxDays: number;
	/** Whether an issue that was created exactly at the end belongs to the window. */
	endInclusive: boolean;
}

/** Name of an operation in openapi.yaml. */
export type OperationId = keyof operations;

/** The body of an operation's requests as openapi.yaml declares it; undefined where it declares none. */
export type BodyOf<Id extends OperationId> =
	NonNullable<operations[Id]['requestBody']> extends { content: infer Content }
		? Content[keyof Content] | (undefined extends operations[Id]['requestBody'] ? undefined : never)
		: undefined;

type Get<T, Key> = Key extends keyof T ? T[Key] : never;

/** The body of either of two operations, for what a create and an update share: each property that one of them has. */
export type BodyOfEither<One extends OperationId, Other extends OperationId> = {
	[Key in keyof BodyOf<One> | keyof BodyOf<Other>]?:
		Get<BodyOf<One>, Key> | Get<BodyOf<Other>, Key>;
};

/** What a handler gets: a request that fits openapi.yaml. */
export interface RequestContext<Body = unknown> {
	state: State;
	region: Region;
	operationId: string;
	/** Path parameters, decoded. */
	params: Record<string, string>;
	/** Query parameters in the types that openapi.yaml gives them, and no others. */
	query: Record<string, unknown>;
	/** Fits openapi.yaml; undefined when the request has none. */
	body: Body;
	files: UploadedFile[];
	/** Now, in ms. */
	now: number;
	/** Now, as RFC3339. */
	timestamp: string;
	issueWindow: IssueWindow;
	/** Base URL of the host that was called. */
	url: string;
	pageFault?: PageFault;
}

/** What a handler answers; the server adds `request_id`. */
export interface ReplyBody {
	data?: unknown;
	pagination?: { cursor: string; has_next_page: boolean };
	[property: string]: unknown;
}

/**
 * Answers one operation. The request fits openapi.yaml when it comes here; whether the records that it names exist, and
 * what their values rule out, is the handler's to check. It returns the reply's body, which is sent with the status 200
 * (docs/pylon-api-notes.md#envelope). It throws an ApiError to refuse the request: nothing has changed then, unless the
 * error's `stateChanged` says otherwise. Any other error is a mistake in the simulated Pylon and becomes a 500.
 */
export type Handler<Body = unknown> = (context: RequestContext<Body>) => ReplyBody;

/** Handlers by operationId; each gets the body of its own operation. See `Handler` for what goes in and comes out. */
export type Handlers = { [Id in OperationId]?: Handler<BodyOf<Id>> };
