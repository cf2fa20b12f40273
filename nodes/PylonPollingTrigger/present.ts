import type { IDataObject } from 'n8n-workflow';

import {
	listOf,
	Names,
	searchById,
	wantedIn,
	type NamedKind,
	type NameSource,
} from '../Pylon/records/addNames';
import { shapeRecord, type ShapedKind } from '../Pylon/records/simplified/shapeRecord';
import { isRecord } from '../shared/client/envelope';
import type { TriggerRequest } from '../shared/client/triggerClient';
import type { Found, Poll } from './pollEvent';

/** What an item calls a record that 'Output' is about; everything else in an item stays as it is. */
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
 * Puts the records of what was found into the form that the user wants, spelled as the Pylon node spells them.
 * @param poll with the user's settings
 * @param found as Pylon sends the records; not changed
 * @returns the same happenings; names are looked up for all of them together
 * @throws NodeApiError when names were wanted and Pylon gave no good answer
 */
export async function present(poll: Poll, found: Found[]): Promise<Found[]> {
	const { output } = poll.settings;
	const names = new Names(sourceOf(poll));
	let shown = found;
	for (const kind of SHAPED) {
		const records = found.flatMap(({ item }) => (isRecord(item[kind]) ? [item[kind]] : []));
		if (output.withNames && isNamed(kind)) await names.lookUp(wantedIn(kind, records));
		const shape = (record: IDataObject): IDataObject => {
			const [named] = output.withNames && isNamed(kind) ? names.put(kind, [record]) : [record];
			return shapeRecord(kind, named, output);
		};
		shown = shown.map((one) => {
			const record = one.item[kind];
			return isRecord(record) ? { ...one, item: { ...one.item, [kind]: shape(record) } } : one;
		});
	}
	return shown;
}
