import { beforeSending } from '../../run/operationPlan';
import { isBlank, readText, shown } from '../../../shared/input';
import { bodyOf, wrongInput } from '../values';

/** Leaves out an empty search text; refuses one that an expression should have yielded. */
export const searchTextInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	const { search_text: given } = body;
	if (!isBlank(given)) {
		body.search_text = readText(given, 'Search Text');
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
