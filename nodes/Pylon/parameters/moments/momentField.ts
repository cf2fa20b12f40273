import type { INodeProperties } from 'n8n-workflow';
import { momentInBody, momentInQuery } from './moments';

/** What a moment is, and where it goes to. */
interface Moment {
	displayName: string;
	/** Of the parameter, e.g. `dueDate`. */
	name: string;
	/** Of the body or the query, e.g. `due_date`. */
	property: string;
	/** Sentences without the last full stop. */
	description: string;
	/** Default: the body. */
	to?: 'body' | 'query';
}

/**
 * A parameter that holds a moment in any form of ISO 8601, which goes out as RFC 3339.
 * @param moment what it is
 */
export const moment = ({
	displayName,
	name,
	property,
	description,
	to = 'body',
}: Moment): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description: `${description}. Without an offset, in the workflow's time zone.`,
	routing: {
		send: {
			type: to,
			property,
			preSend: [(to === 'body' ? momentInBody : momentInQuery)(property, displayName)],
		},
	},
});
