import type { IDataObject } from 'n8n-workflow';
import { clock } from '../../shared/client/clock';
import type { Retention } from '../settings';

/** What the others with the same key have to wait for: whether the first one was dealt with. */
type Pending = Promise<boolean>;

/** What this process knows of a trigger's deliveries. */
export interface ClaimedKeys {
	/** When a key was taken, in seconds since 1970, or that one is being worked on. */
	keys: Map<string, number | Pending>;
	/** How often a key was taken or taken back. */
	changes: number;
}

const now = (): number => Math.floor(clock.now() / 1000);

/** Half of a SHA-256 is enough to tell deliveries apart, and n8n writes all of them after each one. */
const short = (key: string): string => key.slice(0, 32);

function storedIn(data: IDataObject): Map<string, number> {
	const seen = typeof data.seen === 'object' && data.seen !== null ? Object.entries(data.seen) : [];
	return new Map(seen.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

/**
 * The deliveries that a trigger has taken. n8n gives every call its own copy of the static data as it was when the call
 * came, and writes it back whole, last one last (n8n 2.41, `live-webhooks.js`). So calls of this process are told apart
 * here in memory, and the static data is for the time after a restart, and for other processes as far as it reaches them.
 */
export class Duplicates {
	private readonly claimed: ClaimedKeys;

	/** What was handed to n8n last, and after how many changes. */
	private kept: { seen: Record<string, number>; changes: number } | undefined;

	private readonly settlers = new Map<string, (done: boolean) => void>();

	/**
	 * @param deliveries that this process has taken, by trigger
	 * @param trigger what sets it apart from all others of this n8n
	 * @param data its static data
	 */
	constructor(
		deliveries: Map<string, ClaimedKeys>,
		trigger: string,
		private readonly data: IDataObject,
		private readonly retention: Retention,
	) {
		this.claimed = deliveries.get(trigger) ?? { keys: new Map(), changes: 0 };
		deliveries.set(trigger, this.claimed);
	}

	/**
	 * Asks for a key; whoever gets `new` has to call `settle` in the end.
	 * @returns `seen` for a key that was taken; a promise for one that is being worked on: whether it was dealt with then
	 */
	claim(key: string): 'new' | 'seen' | Pending {
		const name = short(key);
		const found = this.claimed.keys.get(name) ?? storedIn(this.data).get(name);
		if (found instanceof Promise) return found;
		if (found !== undefined && this.isFresh(found)) return 'seen';
		this.claimed.keys.set(name, new Promise((resolve) => this.settlers.set(name, resolve)));
		return 'new';
	}

	/**
	 * Ends a claim.
	 * @param taken whether the delivery started something; when not, the same one is new again the next time
	 * @param done whether whoever waits for it may be told that it was dealt with
	 */
	settle(key: string, taken: boolean, done = taken): void {
		const name = short(key);
		if (taken) {
			this.claimed.keys.set(name, now());
			this.claimed.changes++;
			this.store();
		} else {
			this.claimed.keys.delete(name);
		}
		this.settlers.get(name)?.(done);
	}

	/** Takes a key back, for a delivery that n8n could not start an execution for after all. */
	forget(key: string): void {
		this.claimed.keys.delete(short(key));
		this.claimed.changes++;
		const stored = storedIn(this.data);
		stored.delete(short(key));
		this.data.seen = Object.fromEntries(stored);
	}

	/**
	 * Hands all that was taken to n8n again: see persistStaticData.ts. Also what other calls have taken since, as the
	 * call that n8n saves last is the one that counts after a restart.
	 */
	touch(): void {
		if (this.kept?.changes === this.claimed.changes) this.data.seen = this.kept.seen;
		else this.store();
	}

	private isFresh(seconds: number): boolean {
		return (now() - seconds) * 1000 < this.retention.ms;
	}

	private store(): void {
		const taken = new Map(storedIn(this.data));
		for (const [name, found] of this.claimed.keys) {
			if (typeof found === 'number') taken.set(name, found);
		}
		const kept = [...taken]
			.filter(([, seconds]) => this.isFresh(seconds))
			.sort(([, one], [, other]) => other - one)
			.slice(0, this.retention.count);
		const names = new Set(kept.map(([name]) => name));
		for (const [name, found] of this.claimed.keys) {
			if (typeof found === 'number' && !names.has(name)) this.claimed.keys.delete(name);
		}
		// A whole new object: n8n does not notice a change inside of one.
		this.kept = { seen: Object.fromEntries(kept), changes: this.claimed.changes };
		this.data.seen = this.kept.seen;
	}
}
