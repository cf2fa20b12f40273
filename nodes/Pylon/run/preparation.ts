import type { IExecuteSingleFunctions, ITaskDataConnections } from 'n8n-workflow';
import { clock } from '../../shared/client/clock';

/**
 * The longest 'Batch Interval (Ms)' that only lets n8n do other work while it prepares the items. With a longer one, the
 * user wants each batch to be sent before the next one.
 */
const LONGEST_PAUSE_MS = 10;

/** How many items are checked before n8n gets to do other work. */
const AT_A_TIME = 4;

/** How often the code looks whether n8n still prepares items, in ms. */
const BEAT_MS = 50;

/** When no item has come for so many milliseconds after n8n's own pause, n8n has certainly ended the run. */
const ENDED_MS = 1000;

/** The same where n8n goes on after an item that it cannot prepare, in ms: the last items may be of that kind, and never come. */
const LAST_MISSING_MS = 100;

/** The part of an item's context that tells what n8n still prepares. */
export type PreparedItem = Pick<
	IExecuteSingleFunctions,
	'continueOnFail' | 'getExecuteData' | 'getItemIndex' | 'getNodeParameter'
>;

/**
 * @param context the context of any item of the run
 * @returns how many items n8n goes through; 0 where the context does not tell, since n8n does not declare the property
 */
export function itemCount(context: object): number {
	const { inputData } = context as { inputData?: ITaskDataConnections };
	return (inputData?.main ?? inputData?.ai_tool)?.[0]?.length ?? 0;
}

/** @returns how many ms n8n pauses between two batches; 0 without 'Batching' */
function batchInterval(context: Pick<PreparedItem, 'getNodeParameter'>): number {
	const { batching } = (context.getNodeParameter('requestOptions', {}) ?? {}) as {
		batching?: { batch?: { batchInterval?: unknown } };
	};
	return Math.max(0, Number(batching?.batch?.batchInterval) || 0);
}

/**
 * @param context the context of any item of the run
 * @returns whether the user has spread the items over time by 'Batching'. The short pauses that a new node comes with do not
 * count.
 */
export const isSpreadOut = (context: Pick<PreparedItem, 'getNodeParameter'>): boolean =>
	batchInterval(context) > LONGEST_PAUSE_MS;

/**
 * Follows how n8n prepares the items of a run: one after the other, with a pause after each batch, and without looking at
 * their results before it has prepared all. Where an expression of an item fails, n8n ends the run at once, but leaves the
 * items before that one running; with continue-on-fail it goes on without that one (n8n-core 2.41, `routing-node.js`; see
 * docs/n8n-internals.md).
 */
export class Preparation {
	private readonly arrived = new Set<number>();

	private allArrived = () => {};

	private readonly allHere = new Promise<void>((resolve) => {
		this.allArrived = resolve;
	});

	private over?: Promise<boolean>;

	/** Each begins the check of one item that waits for it. */
	private readonly waiting: Array<() => void> = [];

	private checking?: Promise<void>;

	private allBegun?: Promise<boolean>;

	/** Whether n8n has ended the run, as far as the code can tell. Nothing was sent then. */
	isGivenUp = false;

	constructor(
		/** How many items n8n goes through. */
		private readonly expected: number,
		/** How long n8n pauses between two batches, in ms. */
		private readonly pauseMs: number,
		/** Whether n8n goes on when it cannot prepare an item. */
		private readonly mayMissItems: boolean,
	) {}

	/**
	 * Notes that n8n has prepared an item; the last one lets all others go on.
	 * @param item the item's index
	 */
	arrive(item: number): void {
		this.arrived.add(item);
		if (this.isComplete) this.allArrived();
	}

	/**
	 * @param item the item's index
	 * @returns whether n8n has prepared the item
	 */
	has(item: number): boolean {
		return this.arrived.has(item);
	}

	/**
	 * Checks an item: in the order of the items, and a few at a time, since a check evaluates expressions. n8n's own pauses
	 * while it prepares the next items are used for it. But never within the turn of the event loop in which n8n begins a
	 * pause: the pause would be over before anybody else gets its turn, since Node runs timers that are due before it looks for
	 * other work.
	 * @param check checks the item
	 * @returns what the check returns, once n8n has prepared all items and the checks of all have begun, so that wrong input of
	 * the last item stops the first; undefined when n8n has ended the run instead
	 * @throws what the check throws, at once
	 */
	async runCheck<T>(check: () => Promise<T>): Promise<T | undefined> {
		if (this.expected === 1 || this.pauseMs > LONGEST_PAUSE_MS) return await check();
		const checked = new Promise<T>((resolve) => this.waiting.push(() => resolve(check())));
		this.checking ??= this.checkWaiting();
		this.allBegun ??= this.waitUntilAllBegun();
		const [result, hasBegun] = await Promise.all([checked, this.allBegun]);
		return hasBegun ? result : undefined;
	}

	private async checkWaiting(): Promise<void> {
		while (this.waiting.length > 0) {
			await clock.turn();
			for (const begin of this.waiting.splice(0, AT_A_TIME)) begin();
		}
		this.checking = undefined;
	}

	/** @returns false when n8n has ended the run */
	private async waitUntilAllBegun(): Promise<boolean> {
		if (!(await this.ended())) return false;
		// The items that have just arrived are on their way here.
		await clock.turn();
		await this.checking;
		// An item with wrong input stops the others.
		await clock.turn();
		return true;
	}

	/**
	 * Waits until n8n has gone through all items.
	 * @returns false when n8n has ended the run instead, and nobody looks at the results of its items
	 */
	async ended(): Promise<boolean> {
		this.over ??= this.isComplete ? Promise.resolve(true) : this.end();
		return await this.over;
	}

	/** n8n goes through the items in their order. */
	private get isComplete(): boolean {
		const { arrived, expected } = this;
		return arrived.size >= expected || (this.mayMissItems && arrived.has(expected - 1));
	}

	private async end(): Promise<boolean> {
		const longest = this.pauseMs + (this.mayMissItems ? LAST_MISSING_MS : ENDED_MS);
		// Beats are counted instead of time: in a busy process, they take longer just as n8n's own pause does.
		for (let quiet = 0; !this.isComplete && quiet < longest; quiet += BEAT_MS) {
			const { size } = this.arrived;
			await Promise.race([this.allHere, clock.beat(BEAT_MS)]);
			if (this.arrived.size > size) quiet = -BEAT_MS;
		}
		const isOver = this.isComplete || this.mayMissItems;
		this.isGivenUp = !isOver && this.pauseMs <= LONGEST_PAUSE_MS;
		return isOver;
	}
}

/**
 * @param context the context of any item of the run
 * @returns a `Preparation` of the run, where no item has arrived yet
 */
export const preparationOf = (context: PreparedItem): Preparation =>
	new Preparation(itemCount(context), batchInterval(context), context.continueOnFail());
