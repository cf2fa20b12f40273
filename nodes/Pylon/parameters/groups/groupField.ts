import type {
	GenericValue,
	IDataObject,
	IExecuteSingleFunctions,
	INodeProperties,
} from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';
import { beforeSending } from '../../run/operationPlan';
import { sentField, type BodyField } from '../sentField';
import { bodyOf } from '../values';

/** What is said of a group of fields. */
export interface Group extends Omit<BodyField, 'options' | 'typeOptions'> {
	/** What the editor calls one entry, and the fields in it. */
	entry: { name: string; displayName: string; values: INodeProperties[] };
	/** Whether there may be more than one entry. Default: yes. */
	several?: boolean;
	/**
	 * @param given as the editor stores it, see `entriesOf`
	 * @param body of the request
	 * @returns what Pylon takes; undefined for nothing
	 */
	read: (
		context: IExecuteSingleFunctions,
		given: unknown,
		body: IDataObject,
	) => GenericValue | IDataObject | IDataObject[];
}

/**
 * @param given what a group of fields holds, as the editor stores it: `{ channel: [{ channelId, … }] }`, or one entry without
 * a list
 * @param name of its entries, e.g. `channel`
 */
export function entriesOf(given: unknown, name: string): IDataObject[] {
	const entries = isRecord(given) ? given[name] : undefined;
	return [entries ?? []].flat() as IDataObject[];
}

/**
 * A group of fields that goes into the body as objects.
 * @param group what is said of it
 */
export const groupField = ({ entry, several = true, read, ...field }: Group): INodeProperties =>
	sentField(
		'fixedCollection',
		{},
		{ ...field, ...(several && { typeOptions: { multipleValues: true } }), options: [entry] },
		(property) =>
			beforeSending(function (request) {
				const body = bodyOf(request);
				const value = read(this, body[property], body);
				if (value === undefined) delete body[property];
				else body[property] = value as IDataObject[string];
			}),
	);
