import type { IHttpRequestOptions } from 'n8n-workflow';
import { planOf, type Call } from './operationPlan';

/** Carries what a step finds out about its item to the steps, checks and the handler after it: a typed key into the item's plan. */
export class ItemState<T> {
	/**
	 * Keeps a value for the item; a second one replaces the first.
	 * @param request the item's request, as the step gets it
	 * @param value what the step has found out
	 */
	set(request: IHttpRequestOptions, value: T): void {
		planOf(request).state.set(this, value);
	}

	/** @returns what a step of the same item has kept; undefined when none has */
	get({ state }: Pick<Call, 'state'>): T | undefined {
		return state.get(this) as T | undefined;
	}

	/**
	 * Reads a value that a step must have kept.
	 * @param call the item's call, as checks and handlers get it
	 * @returns the value
	 * @throws Error when no step has kept one: the operation lacks that step
	 */
	need(call: Pick<Call, 'state'>): T {
		const value = this.get(call);
		if (value === undefined) throw new Error('A step of the operation is missing');
		return value;
	}
}
