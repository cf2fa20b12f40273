import type { INodePropertyOptions } from 'n8n-workflow';
import { fieldText, isRecord } from '../../shared/client/envelope';

/**
 * @param metadata of a custom field, as Pylon describes it
 * @returns the options of a field with fixed options; none for other types
 */
export function toOptions(metadata: unknown): INodePropertyOptions[] {
	const options = isRecord(metadata) && Array.isArray(metadata.options) ? metadata.options : [];
	return options
		.filter(isRecord)
		.filter(({ slug }) => typeof slug === 'string' && slug !== '')
		.map(({ slug, label }) => ({
			name: fieldText(label) || fieldText(slug),
			value: fieldText(slug),
		}));
}

/**
 * Fields that Pylon or an integration fills in have dots in their names (`account.hubspot.tier`), or are these two. It is
 * not known whether Pylon lists them among the custom fields.
 * @param slug the slug of a custom field
 * @returns whether there may be such a field although Pylon does not list it
 */
export const mayBeUnlisted = (slug: string): boolean =>
	slug.includes('.') || ['priority', 'question_type'].includes(slug);
