import type { IDataObject } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { listOf } from '../../records/simplified/simplifyHelpers';
import { fieldText, isRecord } from '../../../shared/client/envelope';
import { readExternalIds } from '../externalIds/externalIds';
import type { ListEntry, ListKind } from './listChange';
import { readList } from '../../../shared/input';
import { readTags, tagKey } from './lists';

const textsIn = (value: unknown): string[] =>
	listOf(value).filter((entry): entry is string => typeof entry === 'string');

/** The parts of a list of plain text. */
interface TextList {
	displayName: string;
	property: string;
	/** The kind of the records that the IDs belong to, where people know them by other names, too. */
	records?: RecordKind;
	/** Reads the entries; default: reads them as any text. */
	read?: (values: unknown, displayName: string) => string[];
	/** Returns what is the same for entries that Pylon takes for the same; default: the entry. */
	keyOf?: (text: string) => string;
	/** Returns the list in a record; default: in the property that the body has. */
	of?: (record: IDataObject) => unknown;
	/**
	 * Whether the list is unknown when the record lacks it, for fields that nobody has seen in an answer yet. Of other lists,
	 * Pylon may leave out an empty one.
	 */
	mustBeSent?: boolean;
}

/**
 * @param list its parts
 * @returns a list of text, such as tags, domains and IDs
 */
export function textList({
	displayName,
	property,
	records,
	read = readList,
	keyOf = (text) => text,
	of = (record) => record[property],
	mustBeSent = false,
}: TextList): ListKind {
	const toEntry = (text: string): ListEntry => ({ key: keyOf(text), value: text });
	return {
		displayName,
		property,
		records,
		read: (_, values) => read(values, displayName).map(toEntry),
		of: (record) => {
			const list = of(record);
			const isUnknown = mustBeSent && list === undefined && record.id !== undefined;
			return isUnknown ? undefined : textsIn(list).map(toEntry);
		},
	};
}

/**
 * Pylon knows tags of issues and accounts by their text (openapi.yaml, `UpdateIssueRequestBody`,
 * `UpdateAccountRequestBody`). A tag that the record has in other capitals is not added again.
 */
export const tagList = textList({
	displayName: 'Tags',
	property: 'tags',
	read: readTags,
	keyOf: tagKey,
});

const toEntry = (value: { external_id: string; label?: string }): ListEntry => ({
	key: value.external_id,
	value,
});

/** The label of an ID may be changed: a label is unique per record, the ID per kind of record (openapi.yaml, `ExternalID`). */
export const externalIdList: ListKind = {
	displayName: 'External IDs',
	property: 'external_ids',
	read: (context, values) => readExternalIds(context, values).map(toEntry),
	of: ({ external_ids: ids }) =>
		listOf(ids)
			.filter(isRecord)
			.map(({ external_id: id, label }) =>
				toEntry({
					external_id: fieldText(id),
					...(typeof label === 'string' && label !== '' ? { label } : {}),
				}),
			),
	meeting: (present, added) => ((added.value as IDataObject).label === undefined ? present : added),
};
