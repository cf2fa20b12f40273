import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { readText } from '../../../shared/input';
import { partIn } from '../../parameters/ifEmpty';
import { checkPart, entriesOf } from '../../parameters/groups/groupField';
import { wrongInput } from '../../parameters/values';

const HAVE_NO_OPTIONS = ['boolean', 'date', 'datetime', 'decimal', 'number', 'text', 'url', 'user'];

/**
 * Reads `[{ label, slug?, ai_description? }]` (openapi.yaml, `CustomFieldDefinitionSelectOption`) for `groupField`.
 * @param context the item's context
 * @param given the parameter's value
 * @param body the request's body, which says the type of the field
 * @returns the options; undefined where none are given for a type that has none
 * @throws NodeOperationError when a type that needs options has none; WrongInput when one has no label, or a part is no text
 */
export function readSelectOptions(
	context: IExecuteSingleFunctions,
	given: unknown,
	body: IDataObject,
): IDataObject[] | undefined {
	const entries = entriesOf(given, 'option');
	if (entries.length === 0 && HAVE_NO_OPTIONS.includes(String(body.type))) {
		// Where the type is an expression, n8n shows and sends the options of every type.
		return undefined;
	}
	if (entries.length === 0) {
		throw wrongInput(
			context,
			"'Options' is empty",
			'Add at least one option: a select field needs something to choose from.',
		);
	}
	return entries.map((entry) => {
		checkPart(entry.label, 'Options', 'Label');
		const slug = partIn(context, entry, 'slug', 'Slug');
		const aiDescription = partIn(context, entry, 'aiDescription', 'Description for AI');
		return {
			label: readText(entry.label, 'Label'),
			...(slug === undefined ? {} : { slug: readText(slug, 'Slug') }),
			...(aiDescription === undefined
				? {}
				: { ai_description: readText(aiDescription, 'Description for AI') }),
		};
	});
}
