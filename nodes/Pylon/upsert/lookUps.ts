import type { Call } from '../run/operationPlan';
import { runState, type OfRun } from '../run/runState';
import type { Given, UpsertKind } from './upsertKind';
import { RecordCache } from './recordCache';

/** Most values of one identifier in a search. How many Pylon takes is not documented. */
const MOST_VALUES = 100;

/**
 * Asks Pylon for the records with the identifiers of a run's items. Whoever needs an answer takes the values of the items
 * behind it along: Pylon allows far fewer searches than updates (openapi.yaml, `x-rate-limit-per-minute`).
 */
export class LookUps {
	/** What the items that are not done may still have to ask for, in their order, by its key. */
	private readonly waiting = new Map<string, Given>();

	/** What is being asked for, by its key. Fails only when the question is one item's alone. */
	private readonly underWay = new Map<string, Promise<void>>();

	private isShared = true;

	constructor(
		private readonly kind: UpsertKind,
		private readonly cache: RecordCache,
	) {}

	/** Says what an item may look for, before any item begins. */
	announce(given: Given[]): void {
		for (const one of given) if (this.isSearched(one)) this.waiting.set(one.key, one);
	}

	/** Takes off what no item still has to ask for: it is being asked for, or its item is done without. */
	notToAsk(given: Given[]): void {
		for (const { key } of given) this.waiting.delete(key);
	}

	/**
	 * Sees to it that it is known who has the identifiers.
	 * @param call of the item
	 * @throws NodeApiError when Pylon gives no good answer to a question that is this item's alone
	 */
	async ensure(call: Call, lookedFor: Given[]): Promise<void> {
		for (;;) {
			const unknown = lookedFor.filter((one) => !this.cache.isComplete(one));
			if (unknown.length === 0) return;
			const isUnderWay = unknown.some(({ key }) => this.underWay.has(key));
			if (!isUnderWay) this.ask(call, unknown, this.company(unknown));
			// The item that asks waits like the others and before them, so they go on in their order.
			await Promise.all(unknown.map(({ key }) => this.underWay.get(key)));
		}
	}

	private isSearched({ identifier }: Given): boolean {
		return this.kind.searched.includes(identifier.name);
	}

	/** What goes along with a question. */
	private company(own: Given[]): Given[] {
		if (!this.isShared || !own.some((one) => this.isSearched(one))) return [];
		const isAsked = (one: Given) =>
			own.some(({ key }) => key === one.key) ||
			this.underWay.has(one.key) ||
			this.cache.isComplete(one);
		return this.kind.searched.flatMap((name) => {
			const isOf = ({ identifier }: Given) => identifier.name === name;
			const waiting = [...this.waiting.values()].filter((one) => isOf(one) && !isAsked(one));
			return waiting.slice(0, MOST_VALUES - own.filter(isOf).length);
		});
	}

	private ask(call: Call, own: Given[], company: Given[]): void {
		const lookedFor = [...own, ...company];
		this.notToAsk(lookedFor);
		const { mark } = this.cache;
		const answer = this.kind
			.find(call, lookedFor)
			.then((found) => this.cache.learn(lookedFor, found, mark))
			.catch((error: unknown) => {
				if (company.length === 0) throw error;
				// It may be another item's value that Pylon takes offence at. Each now asks for its own, and is told what comes of it.
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
 * @param context of any item that has come to the transport
 * @param kind of the records
 * @returns what the items of its run know, and how they learn it
 */
export const sharedByItems = (context: OfRun, kind: UpsertKind): OfItems =>
	runState(context, `upsert ${kind.record.noun}`, () => {
		const cache = new RecordCache(kind.identifiers);
		return { cache, lookUps: new LookUps(kind, cache) };
	});
