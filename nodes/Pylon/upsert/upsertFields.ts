import type { INodeProperties } from 'n8n-workflow';
import type { UpsertKind } from './upsertKind';

/** Read by `upsert/upsertInput.ts`. */
export const externalId: INodeProperties = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-42',
	description: 'The ID that your own system gave to the record',
};

/** Read by `upsert/upsertInput.ts`. */
export const nameOrNone: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	description: 'A new record needs one; of an existing one it is changed, unless it is empty',
};

/** For `additionalFields`; read by `upsert/identifiers.ts`. */
export const externalIdLabel: INodeProperties = {
	displayName: 'External ID Label',
	name: 'externalIdLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm',
	description:
		"Goes with 'External ID' where that is added. Tells several external IDs of one record apart.",
};

/**
 * The parameters that say how 'Create or Update' finds the record; read by `upsert/upsertInput.ts`.
 * @param kind of the record
 */
export function matching({ identifiers, record: { noun, plural } }: UpsertKind): INodeProperties[] {
	const names = identifiers.map(({ displayName }) => displayName);
	return [
		{
			displayName: 'Match By',
			name: 'matchBy',
			type: 'multiOptions',
			default: [...identifiers.map(({ name }) => name)],
			description: `What an existing ${noun} is found by, in the order in which you choose them here. What is left out is only written.`,
			options: [...identifiers]
				.sort((one, other) => one.displayName.localeCompare(other.displayName, 'en'))
				.map(({ name, displayName }) => ({ name: displayName, value: name })),
		},
		{
			displayName: 'If Several Match',
			name: 'ifSeveralMatch',
			type: 'options',
			default: 'allAgree',
			description: `What to do when ${names.join(' and ')} do not all lead to the same ${noun}`,
			options: [
				{
					name: 'All Identifiers Must Agree',
					value: 'allAgree',
					description: `Changes nothing and lists the ${plural} when they belong to different ones. What the ${noun} does not have yet is added.`,
				},
				{
					name: 'First Match Only',
					value: 'firstOnly',
					description: `Takes the first identifier that finds a ${noun} and adds none of the others; a new one gets the first alone`,
				},
				{
					name: 'First Match, Add the Other Identifiers',
					value: 'firstAddOthers',
					description: `Takes the first identifier that finds a ${noun} and adds the others, unless they belong to another one`,
				},
			],
		},
	];
}
