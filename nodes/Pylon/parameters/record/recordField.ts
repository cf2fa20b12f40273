import type { INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { idInBody } from '../texts/body';
import { validationOf } from './pickedText';
import { recordInBody, type ReferenceOptions } from './recordReference';

/** Milliseconds after which the list says that there is another way: n8n's editor shows only bars while it loads. */
export const SLOW_MS = 5000;

/** What a list hangs on: the editor empties the picker when it changes. Of a picker the value counts, not the mode. */
const dependingOn = (within: string): INodeProperties['typeOptions'] => ({
	loadOptionsDependsOn: [within.endsWith('Id') ? `${within}.value` : within],
});

/** What n8n's AI workflow builder is told: it writes the value, and cannot open the list. */
function builderHintOf(kind?: RecordKind): string {
	const modes = Object.keys(kind?.namings ?? {}).map((mode) => `'${mode}'`);
	const others = modes.length === 0 ? '' : ` Without an ID, use mode ${modes.join(' or ')}.`;
	return `For a record of an earlier node, use mode 'id' with an expression.${others} Never invent an ID: leave the value empty, so that the user chooses the record.`;
}

/**
 * A parameter that names one record.
 * @param displayName e.g. `Ticket Form`
 * @param name of the parameter, e.g. `ticketFormId`
 * @param description what the record is for
 * @param kind of the record; left out for records that Pylon cannot list: they are named by their ID
 */
export function picker(
	displayName: string,
	name: string,
	description: string,
	kind?: RecordKind,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: kind === undefined ? 'id' : 'list', value: '' },
		required: true,
		description,
		builderHint: { propertyHint: builderHintOf(kind) },
		...(kind?.list.within === undefined ? {} : { typeOptions: dependingOn(kind.list.within) }),
		modes: [
			...(kind === undefined ? [] : [kind]).map(
				({ noun, listSearch: searchListMethod, list: { hint } }) => ({
					displayName: 'From List',
					name: 'list',
					type: 'list' as const,
					validation: validationOf('list'),
					typeOptions: {
						searchListMethod,
						searchable: true,
						slowLoadNotice: {
							message: `Pylon is slow to respond. You can enter the ID of the ${noun} instead.`,
							timeout: SLOW_MS,
						},
					},
					...(hint === undefined ? {} : { hint }),
				}),
			),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
				validation: validationOf('id'),
			},
			...Object.entries(kind?.namings ?? {}).map(
				([mode, { displayName: title, placeholder, hint }]) => ({
					displayName: title,
					name: mode,
					type: 'string' as const,
					placeholder,
					hint,
					validation: validationOf(mode),
				}),
			),
		],
	};
}

/**
 * @param field that names a record
 * @returns the same, where no record has to be named; n8n's lint wants no `required: false`
 */
export function notRequired(field: INodeProperties): INodeProperties {
	const optional = { ...field };
	delete optional.required;
	return optional;
}

/** What a record in the body is, and what its parameter looks like. */
interface Reference extends ReferenceOptions {
	displayName: string;
	/** Of the parameter, e.g. `assigneeId`. */
	name: string;
	/** Of the body or the query, e.g. `assignee_id`. */
	property: string;
	description: string;
}

/**
 * A parameter that names one record, whose ID goes into the body or the query.
 * @param kind of the record
 * @param reference what the record is; `required` unless it says otherwise
 */
export const recordField = (
	kind: RecordKind,
	{ displayName, name, property, description, ...options }: Reference,
): INodeProperties => ({
	...picker(displayName, name, description, kind),
	routing: {
		send: {
			type: options.to ?? 'body',
			property,
			preSend: [recordInBody(kind, name, property, displayName, options)],
		},
	},
});

/**
 * `recordField` for a collection of optional parameters.
 * @param kind of the record
 * @param reference what the record is
 */
export const optionalRecord = (kind: RecordKind, reference: Reference): INodeProperties =>
	notRequired(recordField(kind, reference));

/**
 * A parameter that names a record which Pylon cannot list, by its ID.
 * @param record what it is
 */
export const recordIdField = ({
	displayName,
	name,
	property,
	description,
}: Pick<Reference, 'displayName' | 'name' | 'property' | 'description'>): INodeProperties => ({
	...picker(displayName, name, description),
	routing: { send: { type: 'body', property, preSend: [idInBody(property, displayName)] } },
});
