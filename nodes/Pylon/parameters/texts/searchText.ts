import { beforeSending } from '../../run/operationPlan';
import { bodyOf, shown, wrongInput } from '../values';

/** Leaves out an empty search text; refuses one that an expression should have yielded. */
export const searchTextInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const { search_text: given } = body;
	const text = typeof given === 'number' ? String(given) : given;
	if (typeof text === 'string' && text.trim() !== '') {
		body.search_text = text.trim();
		return;
	}
	delete body.search_text;
	if (this.getNodeParameter('searchText', '', { rawExpressions: true }) === '') return;
	throw wrongInput(
		this,
		"'Search Text' yields no text",
		`It is ${shown(given)}. Without it, the search would find more than you want. Check the expression, or empty the field.`,
	);
});
