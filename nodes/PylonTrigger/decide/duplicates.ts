import type { IDataObject } from 'n8n-workflow';
import { clock } from '../../shared/client/clock';
import type { Retention } from '../settings';

/** What further deliveries with the same key wait for: whether the first one came to a decision. */
type Pending = Promise<boolean>;

/** What this process knows of the deliveries to one trigger. */
export interface ClaimedKeys {
	/** When a key was taken, in seconds since 1970; a promise while its delivery is being worked on. */
	keys: Map<string, number | Pending>;
	/** How often a key was taken or taken back. */
	changes: number;
}

const now = (): number => Math.floor(clock.now() / 1000);

/** Half of a SHA-256 is enough to tell deliveries apart, and n8n writes all keys into its database after each delivery. */
const short = (key: string): string => key.slice(0, 32);

function storedIn(data: IDataObject): Map<string, number> {
	const seen = typeof data.seen === 'object' && data.seen !== null ? Object.entries(data.seen) : [];
	return new Map(seen.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

/**
 * The deliveries that a trigger has taken. n8n gives every call its own copy of the static data as it was when the call
 * came, and writes the copy back whole, so that the last one wins (n8n 2.41, `live-webhooks.js`). So calls of this process
 * are told apart in memory; the static data is for the time after a restart, and for other processes as far as it reaches
 * them.
 */
export class Duplicates {
	private readonly claimed: ClaimedKeys;

	/** What n8n got last, and after how many changes. */
	private kept: { seen: Record<string, number>; changes: number } | undefined;

	private readonly settlers = new Map<string, (done: boolean) => void>();

	/**
	 * @param deliveries what this process has taken, by trigger
	 * @param trigger identifies the trigger among all triggers of this n8n
	 * @param data the trigger's static data
	 * @param retention how long and how many keys are remembered
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
	 * Asks for a key. Whoever gets `new` has to call `settle` in the end.
	 * @param key the same for equal deliveries
	 * @returns `new` for a key that is free; `seen` for one that was taken; for one that is being worked on, a promise of
	 * whether its delivery came to a decision
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
	 * @param key the key that was claimed
	 * @param taken whether the delivery started the workflow; when not, the key is free again
	 * @param done whether those that wait may be answered that the delivery came to a decision
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

	/**
	 * Takes a key back when n8n could not start an execution after all.
	 * @param key the key that was claimed
	 */
	forget(key: string): void {
		this.claimed.keys.delete(short(key));
		this.claimed.changes++;
		const stored = storedIn(this.data);
		stored.delete(short(key));
		this.data.seen = Object.fromEntries(stored);
	}

	/**
	 * Hands all that was taken to n8n again: see persistStaticData.ts. This includes what other calls have taken since, as the
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
		const latest = now();
		const kept = [...taken]
			// A time ahead is from before n8n's clock was set back: it would count as the newest until it comes.
			.map(([name, at]): [string, number] => [name, at > latest ? latest - 1 : at])
			.filter(([, seconds]) => this.isFresh(seconds))
			.sort(([, one], [, other]) => other - one)
			.slice(0, this.retention.count);
		const keptAt = new Map(kept);
		for (const [name, found] of this.claimed.keys) {
			if (typeof found !== 'number') continue;
			const seconds = keptAt.get(name);
			if (seconds === undefined) this.claimed.keys.delete(name);
			else this.claimed.keys.set(name, seconds);
		}
		// A whole new object: n8n does not notice a change inside of one.
		this.kept = { seen: Object.fromEntries(kept), changes: this.claimed.changes };
		this.data.seen = this.kept.seen;
	}
}
