import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../../shared/input';
import type { Call } from '../../run/operationPlan';

/** A record that Pylon sent, with the ID that every record has. */
export type PylonRecord = IDataObject & { id: string };

/**
 * @param value a property of an answer, of any type
 * @returns the text without white space around it; undefined when it is no text or blank
 */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/**
 * Reads the answer to a request for one record.
 * @param call the item's call
 * @param items the items of the answer
 * @param noun what was requested, e.g. `issue`
 * @returns the record
 * @throws NodeOperationError when the answer is no record: nothing, or an object without an ID (the client refuses a list)
 */
export function recordIn(
	{ context }: Call,
	[item]: INodeExecutionData[],
	noun: string,
): PylonRecord {
	const id = textOf(item?.json.id);
	if (item !== undefined && id !== undefined) return { ...item.json, id };
	throw operationError(
		context,
		`Pylon's response does not contain the ${noun}`,
		`It has no ${noun} with an 'id'. Try again. If it happens again, and the credential has a 'Base URL', check that its proxy does not change the responses.`,
	);
}
