import type {
	GenericValue,
	IDataObject,
	IExecuteSingleFunctions,
	INodeProperties,
} from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';
import { isBlank, WrongInput } from '../../../shared/input';
import { beforeSending } from '../../run/operationPlan';
import { sentField, type BodyField } from '../sentField';
import { bodyOf } from '../values';

/** What Pylon takes of a group of fields. */
type SentGroup = GenericValue | IDataObject | IDataObject[];

/** The parts of a field that is a group of fields. */
export interface Group extends Omit<BodyField, 'options' | 'typeOptions'> {
	/** The name of one entry in the editor, and the fields in it. */
	entry: { name: string; displayName: string; values: INodeProperties[] };
	/** Whether there may be more than one entry; default: yes. */
	several?: boolean;
	/**
	 * @param context the item's context
	 * @param given the group as the editor stores it, see `entriesOf`
	 * @param body the request's body
	 * @returns what Pylon takes; undefined for nothing
	 */
	read: (
		context: IExecuteSingleFunctions,
		given: unknown,
		body: IDataObject,
	) => SentGroup | Promise<SentGroup>;
}

/**
 * @param given a group of fields as the editor stores it: `{ channel: [{ channelId, … }] }`, or one entry without a list
 * @param name the name of its entries, e.g. `channel`
 * @returns the entries; none when the group is empty
 */
export function entriesOf(given: unknown, name: string): IDataObject[] {
	const entries = isRecord(given) ? given[name] : undefined;
	return [entries ?? []].flat() as IDataObject[];
}

/**
 * @param value a part that each entry of a group needs
 * @param group display name of the group
 * @param part display name of the part
 * @throws WrongInput when the part is blank
 */
export function checkPart(value: unknown, group: string, part: string): void {
	if (!isBlank(value)) return;
	throw new WrongInput(
		`An entry of '${group}' has no '${part}'`,
		`Fill in '${part}' of each entry, or remove the entry.`,
	);
}

/**
 * @param group its fields, label, name and Pylon's property
 * @returns a group of fields that goes into the body as objects
 */
export const groupField = ({ entry, several = true, read, ...field }: Group): INodeProperties =>
	sentField(
		'fixedCollection',
		{},
		{ ...field, ...(several && { typeOptions: { multipleValues: true } }), options: [entry] },
		(property) =>
			beforeSending(async function (request) {
				const body = bodyOf(request);
				const value = await read(this, body[property], body);
				if (value === undefined) delete body[property];
				else body[property] = value as IDataObject[string];
			}),
	);
