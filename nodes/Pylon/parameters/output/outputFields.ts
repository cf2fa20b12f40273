import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import type { NamedKind } from '../../records/addNames';
import { shapeRecord, type OutputChoice, type ShapedKind } from '../../records/simplified/shapeRecord';
import { completedBy, shapedBy } from '../../run/operationPlan';
import { addNames } from './addNames';
import { isOn } from '../../run/tool';
import { wrongInput } from '../values';

const OUTPUT: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	default: 'simplified',
	description: 'How much of each record to return',
	options: [
		{ name: 'Raw', value: 'raw', description: 'Everything, as Pylon sends it' },
		{ name: 'Selected Fields', value: 'selected', description: 'Only the fields that you name' },
		{ name: 'Simplified', value: 'simplified', description: 'The most used fields, without nesting' },
	],
};

const SELECTED: INodeProperties = {
	displayName: 'Fields',
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
	displayName: 'Add Names',
	name: 'addNames',
	type: 'boolean',
	default: false,
	description:
		'Whether to look up the names and emails of people, and the names of accounts and teams, which Pylon gives as IDs only. Costs up to four requests for all items together, more for over 100 people.',
	routing: { send: { preSend: [completedBy(addNames(kind))] } },
});

function fieldsIn(context: IExecuteSingleFunctions): string[] {
	const given = context.getNodeParameter('selectedFields', '') as unknown;
	const entries = Array.isArray(given) ? given : typeof given === 'string' ? given.split(/[,;\n]/) : [];
	const fields = entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
	if (fields.length > 0) return fields;
	throw wrongInput(context, "'Fields' is empty", "Name at least one field, for example id, or choose another 'Output'.");
}

/**
 * @param context of the item
 * @returns what the user wants of each record
 * @throws NodeOperationError when no field is named although only selected ones are wanted
 */
export function outputChoice(context: IExecuteSingleFunctions): OutputChoice {
	const output = context.getNodeParameter('output', 'simplified') as OutputChoice['output'];
	return {
		output,
		fields: output === 'selected' ? fieldsIn(context) : [],
		withNames: isOn(context.getNodeParameter('addNames', false), false),
	};
}

/** Kinds whose records hold references that can be named. */
const NAMED = new Set<string>(['account', 'issue', 'task'] satisfies NamedKind[]);

/** @param kept what else of the record, or beside it, is returned as it is */
function outputOf(kind: ShapedKind, ...kept: string[]): INodeProperties[] {
	const shaped: INodeProperties = {
		...OUTPUT,
		routing: {
			send: {
				preSend: [
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
