import type { Region } from './auth';
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
	maxDays: number;
	endInclusive: boolean;
}

/** What a handler gets: a request that fits openapi.yaml. */
export interface RequestContext {
	state: State;
	region: Region;
	operationId: string;
	/** Path parameters, decoded. */
	params: Record<string, string>;
	/** Query parameters in the types that openapi.yaml gives them. */
	query: Record<string, unknown>;
	body: unknown;
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

/** Answers one operation, or throws an ApiError. */
export type Handler = (context: RequestContext) => ReplyBody;

/** Handlers by operationId. */
export type Handlers = Record<string, Handler>;
