import type { INodeProperties } from 'n8n-workflow';

/** One way to name a record, beside its ID. */
export interface PickerMode {
	displayName: string;
	name: string;
	placeholder?: string;
	hint?: string;
}

/**
 * A parameter that names one record.
 * @param displayName e.g. `Ticket Form`
 * @param name of the parameter, e.g. `ticketFormId`
 * @param description what the record is for
 * @param modes further ways to name it
 */
export function picker(
	displayName: string,
	name: string,
	description: string,
	modes: PickerMode[] = [],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'id', value: '' },
		required: true,
		description,
		modes: [
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11' },
			...modes.map((mode) => ({ ...mode, type: 'string' as const })),
		],
	};
}
