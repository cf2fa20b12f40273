import type { INodeProperties } from 'n8n-workflow';
import { sentField, type SentField } from '../sentField';
import { momentInBody, momentInQuery } from './moments';

/**
 * A parameter that holds a moment in any form of ISO 8601, which goes out as RFC 3339.
 * @param moment what it is; its `description` are sentences without the last full stop
 */
export const momentField = ({
	description,
	...moment
}: SentField & { description: string }): INodeProperties =>
	sentField(
		'dateTime',
		'',
		{
			...moment,
			description: `${description}. Without an offset, the workflow's time zone applies.`,
		},
		moment.to === 'query' ? momentInQuery : momentInBody,
	);
