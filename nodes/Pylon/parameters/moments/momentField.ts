import type { INodeProperties } from 'n8n-workflow';
import { sentField, type SentField } from '../sentField';
import { momentInBody, momentInQuery } from './moments';

/**
 * @param moment its label, name and Pylon's property (see `SentField`); `description` in sentences, without the last full
 * stop
 * @returns a field for a moment in any form that `readMoment` takes, which is sent as RFC 3339
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
