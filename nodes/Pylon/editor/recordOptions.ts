import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import type { RecordKind } from '../records/recordKind';
import { askPylon } from '../../shared/client/editorClient';
import { withPage } from '../../shared/client/pages';
import { byName } from './options';
import { choicesBefore, parentIn } from './parent';

/** A multi-select with more entries helps nobody. Most endpoints send so many on one page (docs/pylon-api-notes.md#page-size). */
const MOST_ENTRIES = 999;

/** Has no value, since an empty entry of a list is never sent (`toList`). */
const moreThan = (count: number): INodePropertyOptions => ({
	name: `There Are More Than ${count}: Use an Expression for the Others`,
	value: '',
});

const idIn = ({ id }: IDataObject): string => fieldText(id);

/** What differs between kinds of record. */
interface Choices {
	/** The record's name in the API; default: its ID. */
	valueIn?: (record: IDataObject) => string;
	/** The text of the entry; default: the label. */
	nameIn?: (record: IDataObject) => string;
	/** Which records are offered. Default: all. */
	only?: (record: IDataObject) => boolean;
	/** Most records that the endpoint sends in one page. */
	most?: number;
}

/**
 * Makes the entries of a multi-select of records, by one request.
 * @param kind the kind of the records
 * @param choices what differs from kind to kind
 * @returns the `loadOptions` method: the entries by name, and a last one without value where Pylon has more. It throws a
 * NodeOperationError with a sentence when Pylon gives no list.
 */
export function optionsOf(
	{ list, label, ...kind }: RecordKind,
	{
		valueIn = kind.valueIn ?? idIn,
		nameIn = label,
		only = () => true,
		most = MOST_ENTRIES,
	}: Choices = {},
) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const before = list.within === undefined ? undefined : choicesBefore(this, list.within);
		if (before !== undefined) return before;
		const of = list.within === undefined ? '' : await parentIn(this, list.within);
		const page = list.pageSize > 0 ? { limit: most } : {};
		const { records, cursor } = await askPylon(this, withPage(list.query(undefined, of), page));
		const entries = records
			.filter((record) => only(record) && valueIn(record) !== '')
			.map((record) => ({ name: nameIn(record) || valueIn(record), value: valueIn(record) }));
		const hasMore =
			list.pageSize > 0 &&
			(cursor !== undefined || (list.isOnePage === true && records.length >= most));
		return [...byName(entries), ...(hasMore ? [moreThan(most)] : [])];
	};
}
