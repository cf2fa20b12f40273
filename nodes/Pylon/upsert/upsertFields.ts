import type { INodeProperties } from 'n8n-workflow';
import { byLabel } from '../../shared/description/byLabel';
import { STRATEGIES, type Strategy } from './strategies';
import type { UpsertKind } from './upsertKind';

/** The parameter that `upsert/upsertInput.ts` reads. */
export const externalId: INodeProperties = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-42',
	description: 'The ID of the record in your own system',
};

/**
 * @param placeholder an example of a name, e.g. `e.g. Analytical Engines Inc.`
 * @returns the parameter 'Name', which `upsert/upsertInput.ts` reads
 */
export const nameOrNone = (placeholder: string): INodeProperties => ({
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder,
	description: 'Required for a new record. For an existing one, leave it empty to keep its name.',
});

/** For `additionalFields`; `upsert/identifiers.ts` reads it. */
export const externalIdLabel: INodeProperties = {
	displayName: 'External ID Label',
	name: 'externalIdLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm',
	description: "Label for the 'External ID', to tell several external IDs of one record apart",
};

/**
 * @param kind the kind of record that is created or updated
 * @returns the parameters that say how 'Create or Update' finds the record; `upsert/upsertInput.ts` reads them
 */
export function matching({ identifiers, record: { noun, plural } }: UpsertKind): INodeProperties[] {
	const descriptions: Record<Strategy, string> = {
		allAgree: `Change nothing and list the ${plural} if they belong to different ones. Identifiers that the ${noun} does not have yet are added.`,
		firstOnly: `Use the first identifier that finds one of the ${plural}, and add none of the others. A new record gets only the first identifier.`,
		firstAddOthers: `Use the first identifier that finds one of the ${plural}, and add the others unless they belong to another record`,
	};
	return [
		{
			displayName: 'Match By',
			name: 'matchBy',
			type: 'multiOptions',
			default: [...identifiers.map(({ name }) => name)],
			description: `What to find an existing ${noun} by, in the order in which you choose them here. Identifiers that you do not choose are only written.`,
			options: [...identifiers]
				.sort(byLabel(({ displayName }) => displayName))
				.map(({ name, displayName }) => ({ name: displayName, value: name })),
		},
		{
			displayName: 'If Several Match',
			name: 'ifSeveralMatch',
			type: 'options',
			default: 'allAgree',
			description: `What to do when the identifiers belong to different ${plural}`,
			options: STRATEGIES.map((strategy) => ({
				...strategy,
				description: descriptions[strategy.value],
			})),
		},
	];
}
