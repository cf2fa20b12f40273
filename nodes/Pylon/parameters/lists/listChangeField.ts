import type { INodeProperties } from 'n8n-workflow';
import { changingLists, LIST_CHANGES, listChangeInBody, type ListKind } from './listChange';
import { recordsInList } from '../record/recordListReferences';

const LOST =
	'Pylon only accepts whole lists: a change that somebody else makes at the same moment can be lost';

/**
 * @param kind the kind of list
 * @param parameter its name, what the list is (a sentence without full stop), and the parameter for its entries
 * @param needsReading whether the operation has not read the record yet
 * @returns a parameter that changes a list of a record: adds to it, removes from it, or replaces it
 */
export const listChange = (
	kind: ListKind,
	{ name, description, values }: { name: string; description: string; values: INodeProperties },
	needsReading = true,
): INodeProperties => ({
	displayName: kind.displayName,
	name,
	type: 'fixedCollection',
	placeholder: 'Add Change',
	default: {},
	description: `${description}. ${LOST}.`,
	routing: {
		send: {
			type: 'body',
			property: kind.property,
			preSend: [
				listChangeInBody(kind),
				...(kind.records === undefined
					? []
					: [recordsInList(kind.records, kind.property, kind.displayName)]),
				...(needsReading ? [changingLists] : []),
			],
		},
	},
	options: [
		{
			name: 'change',
			displayName: 'Change',
			values: [
				{
					displayName: 'Change',
					name: 'mode',
					type: 'options',
					default: 'add',
					options: LIST_CHANGES,
				},
				{ ...values, name: 'values', routing: undefined },
			],
		},
	],
});
