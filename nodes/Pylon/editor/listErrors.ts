import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { toListError } from '../../shared/client/editorClient';

/** A method that the editor calls to fill a list, a drop-down or a mapper. */
type Method<Args extends unknown[], Result> = (
	this: ILoadOptionsFunctions,
	...args: Args
) => Promise<Result>;

/**
 * @param method a method that fills a list
 * @returns the same method, which throws errors whose messages the editor shows whole
 * @throws what the method throws, as such an error
 */
export function tellingErrors<Args extends unknown[], Result>(
	method: Method<Args, Result>,
): Method<Args, Result> {
	return async function (...args) {
		try {
			return await method.call(this, ...args);
		} catch (error) {
			throw toListError(this, error);
		}
	};
}

/**
 * Wraps every method of a node in `tellingErrors`.
 * @param methods methods that fill lists, by name, as a node has them
 * @returns the wrapped methods by the same names
 */
export const allTellingErrors = <Methods extends Record<string, Method<never[], unknown>>>(
	methods: Methods,
): Methods =>
	Object.fromEntries(
		Object.entries(methods).map(([name, method]) => [name, tellingErrors(method)]),
	) as Methods;
