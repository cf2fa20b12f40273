import type { IDataObject } from 'n8n-workflow';
import { customFieldsOf, listOf } from '../../../records/simplified/simplifyHelpers';
import { tagKey } from '../../../parameters/lists/lists';
import { fieldText } from '../../../../shared/client/envelope';

/** A custom field with a value, in a form that Pylon both reads and writes (docs/pylon-api-notes.md#custom-fields). */
type Field = { slug: string; value: string } | { slug: string; values: string[] };

/** What becomes of the tags and custom fields of the accounts that are merged away. */
export interface TakeOver {
	/** All tags of the survivor afterwards. */
	tags: string[];
	/** The tags among them that it did not have. */
	tagsAdded: string[];
	/** The fields that the survivor did not have. */
	fieldsAdded: Field[];
	/** By the ID of each merged account, what is lost. */
	lost: Map<string, { tags: string[]; fields: Field[] }>;
}

const textsIn = (value: unknown): string[] =>
	listOf(value).filter((entry): entry is string => typeof entry === 'string');

/** The fields that have a value. */
function fieldsIn({ custom_fields: fields }: IDataObject): Field[] {
	return Object.entries(customFieldsOf(fields)).flatMap(([slug, value]): Field[] => {
		if (Array.isArray(value)) return value.length === 0 ? [] : [{ slug, values: textsIn(value) }];
		return value === null || value === '' ? [] : [{ slug, value: String(value) }];
	});
}

/** Compares a field's content; the order of several values makes no difference. */
const contentOf = (field: Field): string =>
	JSON.stringify('values' in field ? [...field.values].sort() : field.value);

/**
 * @param survivor the account that stays, as Pylon has it
 * @param merged the other accounts, in order: where two have the same field, the first one's value counts
 * @param keep says by the slug which custom fields are copied; undefined when neither tags nor fields are
 * @returns what the survivor gains, and what is lost
 */
export function takeOverOf(
	survivor: IDataObject,
	merged: IDataObject[],
	keep?: (slug: string) => boolean,
): TakeOver {
	const tags = textsIn(survivor.tags);
	const tagsAdded: string[] = [];
	const tagKeys = new Set(tags.map(tagKey));
	const fields = new Map(fieldsIn(survivor).map((field) => [field.slug, field]));
	const fieldsAdded: Field[] = [];
	const lost: TakeOver['lost'] = new Map();
	for (const account of merged) {
		const others = textsIn(account.tags).filter((tag) => !tagKeys.has(tagKey(tag)));
		const lostFields: Field[] = [];
		for (const field of fieldsIn(account)) {
			const present = fields.get(field.slug);
			if (present === undefined && keep?.(field.slug)) {
				fields.set(field.slug, field);
				fieldsAdded.push(field);
			} else if (present === undefined || contentOf(present) !== contentOf(field))
				lostFields.push(field);
		}
		if (keep !== undefined) {
			for (const tag of others) {
				if (tagKeys.has(tagKey(tag))) continue;
				tagKeys.add(tagKey(tag));
				tagsAdded.push(tag);
			}
		}
		lost.set(fieldText(account.id), { tags: keep === undefined ? others : [], fields: lostFields });
	}
	return { tags: [...tags, ...tagsAdded], tagsAdded, fieldsAdded, lost };
}

/**
 * @param fields custom fields with their values
 * @returns the plain values by slug
 */
export const plain = (fields: Field[]): IDataObject =>
	Object.fromEntries(
		fields.map((field) => [field.slug, 'values' in field ? field.values : field.value]),
	);
