import type { INodeParameters } from 'n8n-workflow';

/** What the editor stores for a record picker. */
export const byId = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});

/** `byId` for another way to name the record, e.g. `email`. */
export const by = (mode: string, value: string | number): INodeParameters => ({
	__rl: true,
	mode,
	value,
});
