import type { IHttpRequestOptions } from 'n8n-workflow';
import { planOf, type Call } from './operationPlan';

/** What a step finds out about its item for the steps, checks and the handler after it: a typed key into the item's plan. */
export class ItemState<T> {
	/** @param request of the item, as the step gets it */
	set(request: IHttpRequestOptions, value: T): void {
		planOf(request).state.set(this, value);
	}

	/** @returns what a step of the same item has set; undefined when none has */
	get({ state }: Pick<Call, 'state'>): T | undefined {
		return state.get(this) as T | undefined;
	}

	/** @throws Error when no step has set it: the operation lacks that step */
	need(call: Pick<Call, 'state'>): T {
		const value = this.get(call);
		if (value === undefined) throw new Error('A step of the operation is missing');
		return value;
	}
}
