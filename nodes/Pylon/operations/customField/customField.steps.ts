import type { IDataObject } from 'n8n-workflow';
import { isBlank, readText } from '../../../shared/input';
import { partIn } from '../../parameters/ifEmpty';
import { bodyOf, wrongInput } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';

const HAVE_NO_OPTIONS = ['boolean', 'date', 'datetime', 'decimal', 'number', 'text', 'url', 'user'];

/** `[{ label, slug?, ai_description? }]` (openapi.yaml, `CustomFieldDefinitionSelectOption`). */
export const selectOptionsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const entries = ((body.select_options as IDataObject).option ?? []) as IDataObject[];
	if (entries.length === 0 && HAVE_NO_OPTIONS.includes(String(body.type))) {
		// Where the type is an expression, n8n shows and sends the options of every type.
		delete body.select_options;
		return;
	}
	if (entries.length === 0) {
		throw wrongInput(
			this,
			"'Options' is empty",
			'Add at least one option: a select field needs something to choose from.',
		);
	}
	body.select_options = entries.map((entry) => {
		if (isBlank(entry.label)) {
			throw wrongInput(
				this,
				"An entry of 'Options' has no 'Label'",
				"Fill in 'Label' of each option, or remove the entry.",
			);
		}
		const slug = partIn(this, entry, 'slug', 'Slug');
		const aiDescription = partIn(this, entry, 'aiDescription', 'Description for AI');
		return {
			label: readText(entry.label, 'Label'),
			...(slug === undefined ? {} : { slug: readText(slug, 'Slug') }),
			...(aiDescription === undefined
				? {}
				: { ai_description: readText(aiDescription, 'Description for AI') }),
		};
	});
});
