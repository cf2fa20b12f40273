import type { IDataObject } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { listOf } from '../../records/simplified/simplifyHelpers';
import { fieldText, isRecord } from '../../../shared/client/envelope';
import { readExternalIds } from '../externalIds/externalIds';
import type { ListEntry, ListKind } from './listChange';
import { readList } from '../../../shared/input';

const textsIn = (value: unknown): string[] =>
	listOf(value).filter((entry): entry is string => typeof entry === 'string');

/** What makes a list of plain text. */
interface TextList {
	displayName: string;
	property: string;
	/** What the IDs are of, where people know the records by other names, too. */
	records?: RecordKind;
	/** How its entries are read. Default: as any text. */
	read?: (values: unknown, displayName: string) => string[];
	/** What is the same for entries that Pylon takes for the same. Default: the entry. */
	keyOf?: (text: string) => string;
	/** Where a record has the list. Default: in the property of the body. */
	of?: (record: IDataObject) => unknown;
	/**
	 * Whether the record must have the list for it to count as known; for fields that nobody has seen in a reply yet. Of the
	 * others, Pylon may leave out an empty one.
	 */
	mustBeSent?: boolean;
}

/**
 * @param list what makes it
 * @returns a list of text, as tags, domains and IDs are
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
 * Tags of issues and accounts go by their text (openapi.yaml, `UpdateIssueRequestBody`, `UpdateAccountRequestBody`). One
 * that the record has in other capitals is not added beside it.
 */
export const tagList = textList({
	displayName: 'Tags',
	property: 'tags',
	keyOf: (text) => text.toLowerCase(),
});

const toEntry = (value: { external_id: string; label?: string }): ListEntry => ({
	key: value.external_id,
	value,
});

/** Of one ID the label may be changed: a label is unique per record, the ID per kind of record (openapi.yaml, `ExternalID`). */
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
