import type { IDataObject } from 'n8n-workflow';
import { Names, type NamedKind, type NameSource } from '../../records/addNames';
import type { Call, Complete } from '../../run/operationPlan';
import { wantsNames } from './wantsNames';
import { runState } from '../../run/runState';

const LISTS = { user: '/users', team: '/teams' } as const;
const SEARCHES = { contact: '/contacts/search', account: '/accounts/search' } as const;

function nameSource({ send, sendPages }: Call): NameSource {
	return {
		async list(kind) {
			const url = LISTS[kind];
			const items = await send({ method: 'GET', url, ...(kind === 'user' && { qs: { include_deactivated: true } }) }, url);
			return items.map(({ json }) => json);
		},
		async byIds(kind, values) {
			const url = SEARCHES[kind];
			const body: IDataObject = { filter: { field: 'id', operator: 'in', values } };
			return (await sendPages({ method: 'POST', url, body }, url)).map(({ json }) => json);
		},
	};
}

/**
 * Looks up the names in the records of all items of a run together, when `addNames` is on.
 * @param kind of the records that the operation returns
 */
export const addNames =
	(kind: NamedKind): Complete =>
	async (items, call) => {
		if (!wantsNames(call.context)) return items;
		const names = runState(call.context, 'names', () => new Names(nameSource(call)));
		const named = await call.gather(`names of ${kind}`, items, async (all) => {
			const records = await names.addTo(kind, all.flat().map(({ json }) => json));
			let next = 0;
			return all.map((own) => own.map(() => records[next++]));
		});
		return items.map((item, index) => ({ ...item, json: named[index] }));
	};
