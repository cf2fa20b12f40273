import { addContacts } from '../sandbox/pylon';
import { byId, pylonNode, type NodeRun, type Setting } from './setting';

/** Updates of contacts under a rate limit. */
export interface Updates {
	items: number;
	/** How many calls are allowed in a window. */
	perWindow: number;
	windowMs: number;
}

/** Renames the contact whose ID an item has. */
export const UPDATE = pylonNode({
	resource: 'contact',
	operation: 'update',
	contactId: byId('={{ $json.id }}'),
	updateFields: { name: 'Renamed' },
});

/**
 * Fills the simulated Pylon with contacts, and with nothing else.
 *
 * @param setting whose simulated Pylon it is
 * @param items how many contacts
 */
export function fresh({ pylon }: Setting, items: number): void {
	pylon.resetState();
	addContacts(pylon.state, items);
}

/**
 * Sets the limit and forgets the requests so far.
 *
 * @param setting whose simulated Pylon it is
 * @param updates how many items, and the limit
 * @param limited whether there is a limit at all
 * @param remaining whether the number of calls left that Pylon tells is exact, or lags behind
 * @returns the `json` of each item
 */
export function prepare(
	{ pylon }: Setting,
	{ items, perWindow, windowMs }: Updates,
	limited: boolean,
	remaining: 'exact' | 'lagging' = 'exact',
): Array<{ id: string }> {
	pylon.limits.set(limited ? { perMinute: perWindow, windowMs, remaining } : false);
	pylon.resetLog();
	return [...pylon.state.contacts.values()].slice(0, items).map(({ id }) => ({ id }));
}

/**
 * @param setting whose simulated Pylon it is
 * @returns how many calls were refused (429) since `prepare`
 */
export const refused = ({ pylon }: Setting): number =>
	pylon.requests.filter(({ status }) => status === 429).length;

/**
 * @param run of our node or of the HTTP Request node
 * @returns how many items came back as the contact they were sent for
 */
export const done = ({ items }: NodeRun): number =>
	items.filter(({ json }) => (json.id ?? (json.data as { id?: string })?.id) !== undefined).length;
