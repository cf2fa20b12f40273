import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';

const isSame = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

/**
 * Pylon takes the value of a custom field in `value`, or in `values` where the field has several; a slug alone unsets the
 * field (openapi.yaml, `CustomFieldValue`).
 */
function holdsCustomField(held: unknown, { slug, value, values }: IDataObject): boolean {
	if (!isRecord(held)) return false;
	const field = held[String(slug)];
	if (value === undefined && values === undefined) return field === undefined;
	if (!isRecord(field)) return false;
	return values === undefined ? isSame(field.value, value) : isSame(field.values, values);
}

/** Properties that have another name in a record than in its update (openapi.yaml, `Account`). */
const READ_AS: Record<string, string> = { account_type: 'type' };

function holds(record: IDataObject, property: string, value: unknown): boolean {
	if (property === 'custom_fields') {
		const entries = Array.isArray(value) ? (value as IDataObject[]) : [];
		return entries.every((entry) => holdsCustomField(record.custom_fields, entry));
	}
	const own = READ_AS[property] ?? property;
	if (Object.hasOwn(record, own)) return isSame(record[own], value);
	// What is written as `account_id` is read as `account`, with its ID in it.
	const name = property.replace(/_id$/, '');
	if (name === property || !Object.hasOwn(record, name)) return false;
	const named = record[name];
	return isSame(isRecord(named) ? named.id : named, value);
}

/**
 * @param record the record as Pylon has sent it
 * @param body the body of an update
 * @returns whether the record has all values of the body already. Values must be equal to the letter: one that Pylon writes
 * in another way than it was sent is sent again.
 */
export const holdsAll = (record: IDataObject, body: IDataObject): boolean =>
	Object.entries(body).every(([property, value]) => holds(record, property, value));
