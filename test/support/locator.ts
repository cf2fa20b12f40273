import type { INodeParameters } from 'n8n-workflow';

/**
 * Makes what the editor stores for a record picker by ID.
 *
 * @param value an ID, or an expression that gives one
 * @returns the value of the parameter
 */
export const byId = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});

/**
 * Makes what the editor stores for another way to name the record.
 *
 * @param mode e.g. `email`
 * @param value what was typed
 * @returns the value of the parameter
 */
export const by = (mode: string, value: string | number): INodeParameters => ({
	__rl: true,
	mode,
	value,
});
