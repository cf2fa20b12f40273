import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import type { NamedKind } from '../../records/addNames';
import { shapeRecord, type OutputChoice, type ShapedKind } from '../../records/simplified/shapeRecord';
import { beforeSending, completedBy, shapedBy } from '../../run/operationPlan';
import { addNames } from './addNames';
import { ADD_NAMES, wantsNames } from './wantsNames';
import { readChoice, readList, WrongInput } from '../../../shared/input';
import { parameterOnce } from '../../run/parameter';

const FIELDS = 'Fields';

const CHOICES = [
	{ name: 'Raw', value: 'raw', description: 'Everything, as Pylon sends it' },
	{ name: 'Selected Fields', value: 'selected', description: 'Only the fields that you name' },
	{ name: 'Simplified', value: 'simplified', description: 'The most used fields, without nesting' },
];

const OUTPUT: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	default: 'simplified',
	description: 'How much of each record to return',
	options: CHOICES,
};

const SELECTED: INodeProperties = {
	displayName: FIELDS,
	name: 'selectedFields',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. id, number, title, custom_fields.plan',
	description:
		'Names of fields of the simplified or the raw record, separated by commas. A dot leads to what lies deeper. A field that a record does not have is null.',
	displayOptions: { show: { output: ['selected'] } },
};

const namesField = (kind: NamedKind): INodeProperties => ({
	displayName: ADD_NAMES,
	name: 'addNames',
	type: 'boolean',
	default: false,
	description:
		'Whether to look up the names and emails of people, and the names of accounts and teams, which Pylon gives as IDs only. Costs up to four requests for all items together, more for over 100 people.',
	routing: { send: { preSend: [completedBy(addNames(kind))] } },
});

function fieldsIn(context: IExecuteSingleFunctions): string[] {
	const fields = readList(parameterOnce(context, 'selectedFields', ''), FIELDS);
	if (fields.length > 0) return fields;
	throw new WrongInput(`'${FIELDS}' is empty`, "Name at least one field, for example id, or choose another 'Output'.");
}

/**
 * @param context of the item
 * @returns what the user wants of each record
 * @throws WrongInput when no field is named although only selected ones are wanted, or the choice is none
 */
export function outputChoice(context: IExecuteSingleFunctions): OutputChoice {
	const output = readChoice(parameterOnce(context, 'output', 'simplified'), 'Output', CHOICES) as OutputChoice['output'];
	return { output, fields: output === 'selected' ? fieldsIn(context) : [], withNames: wantsNames(context) };
}

/** Refuses what cannot be read before anything is sent: afterwards it would be too late. */
const outputIsKnown = beforeSending(function () {
	outputChoice(this);
});

/** Kinds whose records hold references that can be named. */
const NAMED = new Set<string>(['account', 'issue', 'task'] satisfies NamedKind[]);

/** @param kept what else of the record, or beside it, is returned as it is */
function outputOf(kind: ShapedKind, ...kept: string[]): INodeProperties[] {
	const shaped: INodeProperties = {
		...OUTPUT,
		routing: {
			send: {
				preSend: [
					outputIsKnown,
					shapedBy((items, context) => {
						const choice = outputChoice(context);
						return items.map((item) => ({ ...item, json: shapeRecord(kind, item.json, choice, kept) }));
					}),
				],
			},
		},
	};
	return NAMED.has(kind) ? [shaped, SELECTED, namesField(kind as NamedKind)] : [shaped, SELECTED];
}

/** What 'Create or Update' tells beside the record. */
const UPSERTED = ['created', 'identifiersNotAdded', 'notAddedBecause'];

/** The parameters that say what comes out, by the kind of record, with that which the operation is about. */
export const output = {
	account: outputOf('account'),
	article: outputOf('article'),
	contact: outputOf('contact'),
	importedIssue: outputOf('issue', 'skipped_attachments'),
	issue: outputOf('issue'),
	linkedIssue: outputOf('issue', 'external_issues'),
	message: outputOf('message'),
	openedIssue: outputOf('issue', 'created'),
	similarIssue: outputOf('issue', 'similarity'),
	task: outputOf('task'),
	upsertedAccount: outputOf('account', ...UPSERTED),
	upsertedContact: outputOf('contact', ...UPSERTED),
};
