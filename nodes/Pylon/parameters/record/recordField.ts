import type { INodeProperties } from 'n8n-workflow';
import type { RecordKind } from '../../records/recordKind';
import { idInBody } from '../texts/body';
import { validationOf } from './pickedText';
import { recordInBody, type ReferenceOptions } from './recordReference';

/** Milliseconds after which the list says that there is another way: while it loads, n8n's editor only shows bars. */
export const SLOW_MS = 5000;

/**
 * The parameter that a list depends on: the editor empties the picker when it changes. Of a picker the value counts, not the
 * mode.
 */
const dependingOn = (within: string): INodeProperties['typeOptions'] => ({
	loadOptionsDependsOn: [within.endsWith('Id') ? `${within}.value` : within],
});

/** Text for n8n's AI workflow builder, which writes the value and cannot open the list. */
function builderHintOf(kind?: RecordKind): string {
	const modes = Object.keys(kind?.namings ?? {}).map((mode) => `'${mode}'`);
	const others = modes.length === 0 ? '' : ` Without an ID, use mode ${modes.join(' or ')}.`;
	return `For a record of an earlier node, use mode 'id' with an expression.${others} Never invent an ID: leave the value empty, so that the user chooses the record.`;
}

/**
 * @param displayName e.g. `Ticket Form`
 * @param name the parameter's name, e.g. `ticketFormId`
 * @param description what the record is for
 * @param kind the kind of the record; undefined for records that Pylon cannot list, which the user names by ID
 * @returns a parameter that names one record
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
 * @param field a field that names a record
 * @returns the same field, where no record has to be named; n8n's lint wants no `required: false`
 */
export function notRequired(field: INodeProperties): INodeProperties {
	const optional = { ...field };
	delete optional.required;
	return optional;
}

/** What a record in the body is for, and what its parameter looks like. */
interface Reference extends ReferenceOptions {
	displayName: string;
	/** The parameter's name, e.g. `assigneeId`. */
	name: string;
	/** Property of the body or the query, e.g. `assignee_id`. */
	property: string;
	description: string;
}

/**
 * @param kind the kind of the record
 * @param reference its label, name and Pylon's property; `required` unless it says otherwise
 * @returns a parameter that names one record, whose ID goes into the body or the query
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
 * @param kind the kind of the record
 * @param reference its label, name and Pylon's property
 * @returns `recordField` for a collection of optional parameters
 */
export const optionalRecord = (kind: RecordKind, reference: Reference): INodeProperties =>
	notRequired(recordField(kind, reference));

/**
 * @param record its label, name and Pylon's property
 * @returns a parameter that names by its ID a record which Pylon cannot list
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
