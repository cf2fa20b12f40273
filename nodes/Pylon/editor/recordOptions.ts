import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import type { RecordKind } from '../records/recordKind';
import { askPylon } from '../../shared/client/editorClient';
import { withPage } from '../../shared/client/pages';
import { byName } from './options';
import { choicesBefore, parentIn } from './parent';

/**
 * A multi-select of more entries helps nobody. Most endpoints send as many in one page
 * (docs/pylon-api-notes.md#page-size).
 */
const MOST_ENTRIES = 999;

/** Without value, since an empty entry of a list is never sent (`toList`). */
const moreThan = (count: number): INodePropertyOptions => ({
	name: `There Are More Than ${count}: Name the Others by an Expression`,
	value: '',
});

const idIn = ({ id }: IDataObject): string => fieldText(id);

/** What differs from kind to kind. */
interface Choices {
	/** What stands for a record in the API. Default: its ID. */
	valueIn?: (record: IDataObject) => string;
	/** What the entry shows. Default: the label. */
	nameIn?: (record: IDataObject) => string;
	/** Which records are offered. Default: all. */
	only?: (record: IDataObject) => boolean;
	/** Most records that the endpoint sends in one page. */
	most?: number;
}

/**
 * The entries of a multi-select of records: one request.
 * @param kind of the records
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
