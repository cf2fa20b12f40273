import type { INodeProperties } from 'n8n-workflow';
import { loadedPreSend } from '../../run/loadedPreSend';
import { sentField, type BodyField, type ReadSent } from '../sentField';

const EXAMPLE = '{"field":"tags","operator":"contains","value":"vip"}';

const conditionInBody: ReadSent = (property, displayName) =>
	loadedPreSend(async () => (await import('./condition')).conditionInBody(property, displayName));

/**
 * @param condition its label, name and Pylon's property (see `SentField`); `description` is the beginning of a sentence
 * @returns a field for a condition that Pylon stores, as JSON
 */
export const conditionField = ({
	description,
	...condition
}: BodyField & { description: string }): INodeProperties =>
	sentField(
		'json',
		'',
		{
			...condition,
			placeholder: `e.g. ${EXAMPLE}`,
			description: `${description}, as JSON, such as ${EXAMPLE}. Groups are {"operator":"and","subfilters":[…]}, three levels deep at most.`,
		},
		conditionInBody,
	);
