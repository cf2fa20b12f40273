import type { IDataObject, INode, Logger } from 'n8n-workflow';

import type { PylonClient } from '../shared/client/triggerClient';
import type { Settings } from './settings';

/** Which records the user wants, in the words of a search's body. */
export interface Selection {
	filter?: IDataObject;
	searchText?: string;
}

/** One poll. */
export interface Poll {
	client: PylonClient;
	/** When it began, by n8n's clock, in milliseconds since 1970. */
	now: number;
	settings: Settings;
	selection: Selection;
	node: INode;
	logger: Logger;
}

/** What a poll puts out for one happening. */
export interface Found {
	/** Different for any two happenings of an event. */
	key: string;
	item: IDataObject;
}

/** What a poll has found, and what to remember once that is put out. */
export interface Outcome {
	/** The oldest first. */
	found: Found[];
	memory: IDataObject;
}

/** What the trigger can wait for. */
export interface PollEvent {
	/** The item's `event`; never changes once published. */
	value: string;
	name: string;
	description: string;
	/** Which search's filter it can be narrowed down with. */
	filterable?: 'issues' | 'accounts' | 'contacts';
	/** @returns what a trigger that starts now has to remember */
	start(poll: Poll): Promise<IDataObject>;
	/**
	 * @param memory from `start` or the last `next`; not changed
	 * @throws NodeApiError when Pylon gave no good answer: the memory stays as it was then
	 */
	next(poll: Poll, memory: IDataObject): Promise<Outcome>;
	/** @returns the latest few, the newest first, for a test in the editor */
	latest(poll: Poll, count: number): Promise<Found[]>;
}
