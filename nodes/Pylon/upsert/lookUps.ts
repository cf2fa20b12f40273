import type { Call } from '../run/operationPlan';
import { runState, type OfRun } from '../run/runState';
import type { IdentifierValue, UpsertKind } from './upsertKind';
import { RecordCache } from './recordCache';

/** Most values of one identifier in a search. Pylon does not document how many it takes. */
const MOST_VALUES = 100;

/**
 * Asks Pylon for the records with the identifiers of a run's items. An item that needs an answer asks for the items behind
 * it too: Pylon allows far fewer searches than updates (openapi.yaml, `x-rate-limit-per-minute`).
 */
export class LookUps {
	/** Identifiers that items may still have to ask for, in the order of the items, by `IdentifierValue.key`. */
	private readonly waiting = new Map<string, IdentifierValue>();

	/** The questions that Pylon has not answered yet, by `IdentifierValue.key`. One fails only when it is a single item's. */
	private readonly underWay = new Map<string, Promise<void>>();

	/** Whether an item asks for others too; false after a common question has failed. */
	private isShared = true;

	constructor(
		private readonly kind: UpsertKind,
		private readonly cache: RecordCache,
	) {}

	/**
	 * Says what an item may look for, before any item begins.
	 * @param given the item's identifiers, in the order in which they are looked for
	 */
	announce(given: IdentifierValue[]): void {
		for (const one of given) if (this.isSearched(one)) this.waiting.set(one.key, one);
	}

	/**
	 * Takes off what no item has to ask for any longer: somebody is asking for it, or its item has ended without it.
	 * @param given the identifiers
	 */
	notToAsk(given: IdentifierValue[]): void {
		for (const { key } of given) this.waiting.delete(key);
	}

	/**
	 * Asks Pylon who has the identifiers, unless the cache knows it or another item is asking already.
	 * @param call the item's call
	 * @param lookedFor the item's identifiers
	 * @throws NodeApiError when Pylon gives no good answer to a question that is this item's alone
	 */
	async ensure(call: Call, lookedFor: IdentifierValue[]): Promise<void> {
		for (;;) {
			const unknown = lookedFor.filter((one) => !this.cache.isComplete(one));
			if (unknown.length === 0) return;
			const isUnderWay = unknown.some(({ key }) => this.underWay.has(key));
			if (!isUnderWay) this.ask(call, unknown, this.company(unknown));
			// The item that asks waits like the others, and before them, so that all go on in their order.
			await Promise.all(unknown.map(({ key }) => this.underWay.get(key)));
		}
	}

	private isSearched({ identifier }: IdentifierValue): boolean {
		return this.kind.searched.includes(identifier.name);
	}

	/** Other items' identifiers, to be asked for in the same request. */
	private company(own: IdentifierValue[]): IdentifierValue[] {
		if (!this.isShared || !own.some((one) => this.isSearched(one))) return [];
		const isAsked = (one: IdentifierValue) =>
			own.some(({ key }) => key === one.key) ||
			this.underWay.has(one.key) ||
			this.cache.isComplete(one);
		return this.kind.searched.flatMap((name) => {
			const isOf = ({ identifier }: IdentifierValue) => identifier.name === name;
			const waiting = [...this.waiting.values()].filter((one) => isOf(one) && !isAsked(one));
			return waiting.slice(0, MOST_VALUES - own.filter(isOf).length);
		});
	}

	private ask(call: Call, own: IdentifierValue[], company: IdentifierValue[]): void {
		const lookedFor = [...own, ...company];
		this.notToAsk(lookedFor);
		const { mark } = this.cache;
		const answer = this.kind
			.find(call, lookedFor)
			.then((found) => this.cache.learn(lookedFor, found, mark))
			.catch((error: unknown) => {
				if (company.length === 0) throw error;
				// Pylon may have refused another item's value. Each item now asks for its own, and gets the error of its own question.
				this.isShared = false;
			})
			.finally(() => {
				for (const { key } of lookedFor) this.underWay.delete(key);
			});
		for (const { key } of lookedFor) this.underWay.set(key, answer);
	}
}

/** What the items of one run share. */
interface OfItems {
	cache: RecordCache;
	lookUps: LookUps;
}

/**
 * @param context the context of any item that n8n has prepared
 * @param kind the kind of the records
 * @returns what the items of the run know of the records, and how they look them up
 */
export const sharedByItems = (context: OfRun, kind: UpsertKind): OfItems =>
	runState(context, `upsert ${kind.record.noun}`, () => {
		const cache = new RecordCache(kind.identifiers);
		return { cache, lookUps: new LookUps(kind, cache) };
	});
