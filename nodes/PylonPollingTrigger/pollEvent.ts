import type { IDataObject, INode, Logger } from 'n8n-workflow';

import type { PylonClient } from '../shared/client/triggerClient';
import type { Settings } from './settings';

/** Which records the user wants, as the body of a search says it. */
export interface Selection {
	filter?: IDataObject;
	searchText?: string;
}

/** One poll. */
export interface Poll {
	client: PylonClient;
	/** When the poll began, by n8n's clock, in milliseconds since 1970. */
	now: number;
	settings: Settings;
	selection: Selection;
	node: INode;
	logger: Logger;
}

/** What a poll returns for one occurrence of the event. */
export interface Found {
	/** Different for any two occurrences of an event. */
	key: string;
	item: IDataObject;
}

/** What a poll has found, and what to remember once n8n has got it. */
export interface Outcome {
	/** In order, the oldest first. */
	found: Found[];
	memory: IDataObject;
}

/** The item's `event`; never changes once published. */
export type EventValue =
	| 'account_created'
	| 'contact_created'
	| 'issue_created'
	| 'issue_message'
	| 'issue_status_changed'
	| 'issue_updated'
	| 'survey_response';

/** What the editor shows of an event. */
export interface EventChoice {
	value: EventValue;
	name: string;
	description: string;
	/** Which search's filter it can be narrowed down with. */
	filterable?: 'issues' | 'accounts' | 'contacts';
}

/**
 * How the occurrences of an event are found. Each function throws a NodeOperationError, too, when Pylon's pages lead nowhere or
 * are too many (see `PylonClient`).
 */
export interface EventSource {
	/**
	 * @param poll the trigger's first poll
	 * @returns what a trigger that starts now has to remember
	 * @throws NodeApiError when Pylon gives no good answer
	 */
	start(poll: Poll): Promise<IDataObject>;
	/**
	 * @param poll a later poll
	 * @param memory what `start` or the last `next` returned; it is not changed
	 * @returns what happened since, and what to remember
	 * @throws NodeApiError when Pylon gives no good answer: the memory stays as it was
	 */
	next(poll: Poll, memory: IDataObject): Promise<Outcome>;
	/**
	 * @param poll the poll of a test in the editor
	 * @param count how many are wanted at most
	 * @returns the latest few, the newest first
	 * @throws NodeApiError when Pylon gives no good answer
	 */
	latest(poll: Poll, count: number): Promise<Found[]>;
}

/** What the trigger can wait for. */
export type PollEvent = EventChoice & EventSource;
