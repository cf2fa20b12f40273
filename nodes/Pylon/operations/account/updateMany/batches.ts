import type { Call } from '../../../run/operationPlan';

/** Pylon changes at most this many accounts per request (openapi.yaml, `UpdateAccountsRequest`). */
export const MOST_PER_REQUEST = 100;

/** The accounts of one request: those of one item, or of several with the same change. */
export class Batch {
	readonly ids = new Set<string>();

	private done: Promise<void> | undefined;

	get isOpen(): boolean {
		return this.done === undefined;
	}

	/**
	 * Sends the request when nobody has yet, and waits for its end. The first item to come here sends it: items wait for a
	 * place with the transport, so the sender must be one that has a place.
	 * @param send the item's `Call.send`
	 * @param request the item's request, whose body has the change
	 * @throws what sending throws, to every item of the batch
	 */
	async sendOnce(send: Call['send'], request: Call['request']): Promise<void> {
		this.done ??= send({
			...request,
			body: { ...(request.body as object), account_ids: [...this.ids] },
		}).then(() => undefined);
		await this.done;
	}
}

/** The batches of one run and one change. */
export class Batches {
	private readonly ofId = new Map<string, Batch>();

	private last: Batch | undefined;

	/**
	 * @param ids the IDs of an item's accounts
	 * @returns the batches that send them, in order: an account that is waiting in one already is not sent twice
	 */
	join(ids: string[]): Batch[] {
		return [...new Set(ids.map((id) => this.place(id)))];
	}

	private place(id: string): Batch {
		const batch = this.ofId.get(id);
		if (batch?.isOpen) return batch;
		if (!this.last?.isOpen || this.last.ids.size >= MOST_PER_REQUEST) this.last = new Batch();
		this.last.ids.add(id);
		this.ofId.set(id, this.last);
		return this.last;
	}
}
