import type { INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../records/kind';

/**
 * A parameter that names one record.
 * @param displayName e.g. `Ticket Form`
 * @param name of the parameter, e.g. `ticketFormId`
 * @param description what the record is for
 * @param kind of the record; left out for records that Pylon cannot list: they are named by their ID
 */
export function picker(displayName: string, name: string, description: string, kind?: RecordKind): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: kind === undefined ? 'id' : 'list', value: '' },
		required: true,
		description,
		modes: [
			...(kind === undefined ? [] : [kind.listSearch]).map((searchListMethod) => ({
				displayName: 'From List',
				name: 'list',
				type: 'list' as const,
				typeOptions: { searchListMethod, searchable: true },
			})),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11' },
			...Object.entries(kind?.namings ?? {}).map(([mode, { displayName: title, placeholder, hint }]) => ({
				displayName: title,
				name: mode,
				type: 'string' as const,
				placeholder,
				hint,
			})),
		],
	};
}
