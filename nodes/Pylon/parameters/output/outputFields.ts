import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import type { NamedKind } from '../../records/addNames';
import {
	shapeRecord,
	type OutputChoice,
	type ShapedKind,
} from '../../records/simplified/shapeRecord';
import { beforeSending, completedBy, shapedBy } from '../../run/operationPlan';
import { parameterOnce } from '../../run/parameter';
import { addNames } from './addNames';
import { NAMES, OUTPUT, readOutput, SELECTED_FIELDS } from '../../records/simplified/readOutput';

const namesField = (kind: NamedKind): INodeProperties => ({
	...NAMES,
	routing: { send: { preSend: [completedBy(addNames(kind))] } },
});

/** Kinds whose records refer to others that can be named. */
const NAMED = new Set<string>(['account', 'issue', 'message', 'task'] satisfies NamedKind[]);

/** What the user wants of each record. 'Add Names' is only read where the operation has it: n8n takes time for each read. */
const outputOfItem = (context: IExecuteSingleFunctions, kind: ShapedKind): OutputChoice =>
	readOutput((name, standard) =>
		name === NAMES.name && !NAMED.has(kind) ? standard : parameterOnce(context, name, standard),
	);

/**
 * @param kind the kind of record that the operation returns
 * @param kept what else of the record, or beside it, is returned as it is
 */
function outputOf(kind: ShapedKind, ...kept: string[]): INodeProperties[] {
	const shaped: INodeProperties = {
		...OUTPUT,
		routing: {
			send: {
				preSend: [
					// Refuses values that cannot be read before anything is sent: afterwards it would be too late.
					beforeSending(function () {
						outputOfItem(this, kind);
					}),
					shapedBy((items, context) => {
						const choice = outputOfItem(context, kind);
						return items.map((item) => ({
							...item,
							json: shapeRecord(kind, item.json, choice, kept),
						}));
					}),
				],
			},
		},
	};
	return NAMED.has(kind)
		? [shaped, SELECTED_FIELDS, namesField(kind as NamedKind)]
		: [shaped, SELECTED_FIELDS];
}

/** @returns whether a parameter determines the form of the output */
export const isOutputField = ({ name }: INodeProperties): boolean =>
	[OUTPUT, SELECTED_FIELDS, NAMES].some((field) => field.name === name);

/** What 'Create or Update' returns beside the record. */
const UPSERTED = ['created', 'identifiersNotAdded', 'notAddedBecause'];

/**
 * The parameters for the form of the output, by the kind of record; where an operation is about one more field, the kind has
 * a variant with it.
 */
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
