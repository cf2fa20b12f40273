import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/client/envelope';

const isSame = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

/**
 * A custom field has its value in `value`, or in `values` where it takes several; a slug alone unsets it (openapi.yaml,
 * `CustomFieldValue`).
 */
function holdsCustomField(held: unknown, { slug, value, values }: IDataObject): boolean {
	if (!isRecord(held)) return false;
	const field = held[String(slug)];
	if (value === undefined && values === undefined) return field === undefined;
	if (!isRecord(field)) return false;
	return values === undefined ? isSame(field.value, value) : isSame(field.values, values);
}

/** Properties that a record has under another name than its update (openapi.yaml, `Account`). */
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
 * @param record as Pylon has sent it
 * @param body of an update
 * @returns whether the record has all values of the body already. Only what is the same to the letter counts: where Pylon
 * writes a value in another way than it was sent, it is sent again.
 */
export const holdsAll = (record: IDataObject, body: IDataObject): boolean =>
	Object.entries(body).every(([property, value]) => holds(record, property, value));
