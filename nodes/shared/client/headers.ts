import type { IDataObject } from 'n8n-workflow';

/**
 * @param headers of a response, names in lower case
 * @param name in lower case
 * @returns the header's value without white space around it; empty where it is missing or comes several times
 */
export function headerOf(headers: IDataObject, name: string): string {
	const value = headers[name];
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
