import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readText } from '../../../shared/input';
import { articleFormat } from '../../parameters/message/messageFields';
import { formatIn, readMessage } from '../../parameters/message/readMessage';
import { bodyOf, wrongInput } from '../../parameters/values';
import { checkPart, entriesOf } from '../../parameters/groups/groupField';
import type { Step } from '../../run/operationPlan';
import { reviewerUserIds } from './fields';

const PARTS = [
	{ parameter: 'language', property: 'language', displayName: 'Language' },
	{ parameter: 'title', property: 'title', displayName: 'Title' },
	{ parameter: 'content', property: 'body_html', displayName: 'Content' },
];

/**
 * Reads `[{ language, title, body_html }]`, of which all parts are required (openapi.yaml, `ArticleTranslationInput`).
 * @param context the item's context
 * @param given the parameter's value
 * @returns the translations, their content as HTML
 * @throws NodeOperationError when a language comes twice; WrongInput when a part is missing or no text
 */
export function readTranslations(
	context: IExecuteSingleFunctions,
	given: unknown,
): Array<Record<string, string>> {
	const format = formatIn(context, articleFormat);
	const languages = new Set<string>();
	return entriesOf(given, 'translation').map((entry) => {
		const translation: Record<string, string> = {};
		for (const { parameter, property, displayName } of PARTS) {
			const value = entry[parameter];
			checkPart(value, 'Translations', displayName);
			translation[property] =
				property === 'body_html'
					? readMessage(value, displayName, format)
					: readText(value, displayName);
		}
		const { language = '' } = translation;
		if (languages.has(language)) {
			throw wrongInput(
				context,
				`'Translations' has the language '${language}' twice`,
				'Keep one entry for each language.',
			);
		}
		languages.add(language);
		return translation;
	});
}

const REVIEWERS = reviewerUserIds.displayName;

/**
 * "At least one of reviewer_user_ids / request_ai_review" (openapi.yaml, `requestArticleReview`).
 * @throws NodeOperationError when there is neither
 */
export const somebodyReviews: Step = function (request) {
	const body = bodyOf(request);
	const reviewers = body.reviewer_user_ids as string[];
	if (reviewers.length === 0) delete body.reviewer_user_ids;
	if (reviewers.length > 0 || body.request_ai_review === true) return;
	throw wrongInput(
		this,
		`'${REVIEWERS}' is empty and 'Review by AI' is off`,
		`Choose at least one reviewer, or switch on 'Review by AI'. If '${REVIEWERS}' uses an expression, check that the incoming item has the field that it reads.`,
	);
};
