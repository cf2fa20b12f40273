import type { IDataObject } from 'n8n-workflow';

import {
	listOf,
	Names,
	searchById,
	referencesIn,
	type NamedKind,
	type NameSource,
} from '../Pylon/records/addNames';
import { shapeRecord, type ShapedKind } from '../Pylon/records/simplified/shapeRecord';
import { isRecord } from '../shared/client/envelope';
import type { TriggerRequest } from '../shared/client/triggerClient';
import type { Found, Poll } from './pollEvent';

/** The keys of an item's records that 'Output' is about; everything else in an item stays as it is. */
const SHAPED = ['account', 'contact', 'issue'] as const satisfies ShapedKind[];

const isNamed = (kind: string): kind is NamedKind => kind === 'account' || kind === 'issue';

const sourceOf = ({ client }: Poll): NameSource => {
	const all = async (request: TriggerRequest): Promise<IDataObject[]> => {
		const found: IDataObject[] = [];
		for await (const page of client.pages(request)) found.push(...page);
		return found;
	};
	return {
		list: async (kind) => await all(listOf(kind)),
		byIds: async (kind, ids) => await all(searchById(kind, ids)),
	};
};

/**
 * Gives the found records the form that the user wants, the same as in the Pylon node.
 * @param poll the poll, for the user's settings
 * @param found with the records as Pylon sends them; not changed
 * @returns the same occurrences; names are looked up for all of them together
 * @throws NodeApiError when names are wanted and Pylon gives no good answer; NodeOperationError when its pages lead nowhere, or
 * are too many
 */
export async function present(poll: Poll, found: Found[]): Promise<Found[]> {
	const { output } = poll.settings;
	const names = new Names(sourceOf(poll));
	let shown = found;
	for (const kind of SHAPED) {
		const records = found.flatMap(({ item }) => (isRecord(item[kind]) ? [item[kind]] : []));
		if (output.withNames && isNamed(kind)) await names.lookUp(referencesIn(kind, records));
		const shape = (record: IDataObject): IDataObject => {
			const named = output.withNames && isNamed(kind) ? names.put(kind, record) : record;
			return shapeRecord(kind, named, output);
		};
		shown = shown.map((one) => {
			const record = one.item[kind];
			return isRecord(record) ? { ...one, item: { ...one.item, [kind]: shape(record) } } : one;
		});
	}
	return shown;
}
