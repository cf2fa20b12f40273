import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { kindOfParameter } from '../records';
import { readPicked } from '../records/readReference';
import { askPylon } from '../../shared/client/editorClient';
import { displayNameOf } from '../../shared/client/pylonRequest';
import { isBlank, trimmed } from '../../shared/input';

const nameIn = (picked: unknown): unknown =>
	typeof picked === 'object' && picked !== null && 'value' in picked ? picked.value : picked;

/** An expression that n8n could not evaluate in the editor comes as it was written. */
const isUnresolved = (value: unknown): boolean =>
	typeof value === 'string' && value.startsWith('=');

function isMissing(picked: unknown): boolean {
	const name = nameIn(picked);
	return isBlank(name) || isUnresolved(name);
}

/** Where an operation has its parameters: at the top, or in the collections of a new record and of a changed one. */
const PLACES = ['', 'additionalFields.', 'updateFields.'];

/**
 * @param context the editor's context
 * @param parameter a parameter that names a record which only has an ID, e.g. `projectId`
 * @returns the ID; empty while none is chosen, or while the editor does not know what an expression yields
 */
export function idIfChosen(context: ILoadOptionsFunctions, parameter: string): string {
	const chosen = PLACES.map(
		(place) => context.getCurrentNodeParameter(`${place}${parameter}`) as unknown,
	).find((one) => !isMissing(one));
	return trimmed(String(nameIn(chosen) ?? ''));
}

/**
 * For multi-selects. n8n loads them as soon as the node is opened and marks them as wrong when they cannot be loaded
 * (n8n-editor-ui 2.41), even on a node in which nothing has been filled in yet.
 * @param context the editor's context
 * @param parameter the parameter that names the record to which the listed ones belong, e.g. `trainingDataId`
 * @returns undefined when it is filled in; otherwise a list with an entry that says what to do. The entry has no value,
 * since an empty one is never sent (`toList`).
 */
export function choicesBefore(
	context: ILoadOptionsFunctions,
	parameter: string,
): INodePropertyOptions[] | undefined {
	if (!isMissing(context.getCurrentNodeParameter(parameter))) return undefined;
	return [
		{
			name: `Choose '${displayNameOf(parameter)}' First`,
			value: '',
			description:
				'If it uses an expression, run the node before this one, or use an expression here too',
		},
	];
}

/**
 * Finds the record to which the listed ones belong, as the editor knows it while the list is opened.
 * @param context the editor's context
 * @param parameter the parameter that names the record, e.g. `issueId`
 * @returns its ID; looked up where the parameter names the record in another way
 * @throws NodeOperationError with a sentence that says what to do: when the parameter is empty or cannot be read, when no
 * record or several have the name in it, or when Pylon gives no answer (see `askPylon`)
 */
export async function parentIn(context: ILoadOptionsFunctions, parameter: string): Promise<string> {
	const picked = context.getCurrentNodeParameter(parameter) as unknown;
	const displayName = displayNameOf(parameter);
	if (isMissing(picked)) {
		throw new NodeOperationError(
			context.getNode(),
			`Choose '${displayName}' first. If it uses an expression, run the node before this one, or enter the ID of the record.`,
		);
	}
	const kind = kindOfParameter[parameter];
	const { mode, value } = readPicked(
		{ getNode: () => context.getNode() },
		picked,
		displayName,
		kind,
	);
	const naming = kind?.namings?.[mode];
	if (kind === undefined || naming === undefined) return value;
	const { records } = await askPylon(context, naming.query(value));
	const found = records.filter((record) => naming.matches?.(record, value) ?? true);
	const [first, second] = found;
	if (first !== undefined && second === undefined) return fieldText(first.id);
	const has = `the ${naming.noun} '${value}'`;
	const listed = found.map((record) => kind.label(record) || fieldText(record.id)).join(', ');
	throw new NodeOperationError(
		context.getNode(),
		`${found.length === 0 ? `No ${kind.noun} has ${has}` : `${found.length} ${kind.plural} have ${has}: ${listed}`}. Change '${displayName}', or choose the ${kind.noun} from the list.`,
	);
}
