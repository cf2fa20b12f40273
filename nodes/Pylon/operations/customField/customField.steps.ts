import type { IDataObject } from 'n8n-workflow';
import { bodyOf, wrongInput } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** `[{ label, slug?, ai_description? }]` (openapi.yaml, `CustomFieldDefinitionSelectOption`). */
export const selectOptionsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const entries = ((body.select_options as IDataObject).option ?? []) as IDataObject[];
	if (entries.length === 0) {
		throw wrongInput(this, "'Options' is empty", 'Add at least one option: a select field needs something to choose from.');
	}
	body.select_options = entries.map((entry) => {
		const label = textOf(entry.label);
		if (label === '') {
			throw wrongInput(this, "An entry of 'Options' has no 'Label'", "Fill in 'Label' of each option, or remove the entry.");
		}
		const slug = textOf(entry.slug);
		const aiDescription = textOf(entry.aiDescription);
		return {
			label,
			...(slug === '' ? {} : { slug }),
			...(aiDescription === '' ? {} : { ai_description: aiDescription }),
		};
	});
});
