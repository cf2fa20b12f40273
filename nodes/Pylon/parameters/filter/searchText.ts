import { beforeSending } from '../../run/operationPlan';
import { isBlank, readText, shown } from '../../../shared/input';
import { sentField, type ReadSent } from '../sentField';
import { bodyOf, wrongInput } from '../values';

const NAME = 'searchText';

/** Leaves out an empty search text, but refuses an expression that returns none. */
const searchTextInBody: ReadSent = (property, displayName) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const given: unknown = body[property];
		if (!isBlank(given)) {
			body[property] = readText(given, displayName);
			return;
		}
		delete body[property];
		if (this.getNodeParameter(NAME, '', { rawExpressions: true }) === '') return;
		throw wrongInput(
			this,
			`The expression in '${displayName}' returns no text`,
			`It is ${shown(given)}. Without it, the search would find more than you want. Check the expression, or clear the field.`,
		);
	});

/** Free text, searched in addition to the filter (openapi.yaml, `SearchIssuesRequest`). */
export const searchText = sentField(
	'string',
	'',
	{
		displayName: 'Search Text',
		name: NAME,
		property: 'search_text',
		placeholder: 'e.g. export fails',
		description: 'Free text to search for, in addition to the filter',
	},
	searchTextInBody,
);
