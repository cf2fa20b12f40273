import type { Handlers, RequestContext } from '../context';
import { notFound } from '../errors';
import { wholeList } from '../pagination';
import type { SurveyRecord, SurveyResponseRecord } from '../records/account';
import { listPage, searchPage } from './shared';

function pathSurvey({ state, params }: RequestContext): SurveyRecord {
	const survey = state.surveys.get(params.id);
	if (!survey) throw notFound('Survey');
	return survey;
}

const searched = {
	objectType: 'survey',
	valuesOf: (survey: SurveyRecord) => [survey.updated_at],
	textsOf: () => [],
};

function responsesPage(context: RequestContext) {
	const survey = pathSurvey(context);
	const {
		submitted_after: after,
		submitted_before: before,
		account_id,
		contact_id,
	} = context.query as {
		submitted_after?: string;
		submitted_before?: string;
		account_id?: string;
		contact_id?: string;
	};
	const matches = (response: SurveyResponseRecord) =>
		response.survey_id === survey.id &&
		(after === undefined || Date.parse(response.submitted_at) > Date.parse(after)) &&
		(before === undefined || Date.parse(response.submitted_at) < Date.parse(before)) &&
		(account_id === undefined || response.account_id === account_id) &&
		(contact_id === undefined || response.contact_id === contact_id);
	const present = ({
		id,
		account_id: account,
		answers,
		contact_id: contact,
		submitted_at,
	}: SurveyResponseRecord) => ({
		id,
		account_id: account,
		answers,
		contact_id: contact,
		submitted_at,
	});
	return listPage(context, context.state.surveyResponses, present, matches);
}

export const surveys = {
	getSurveys: ({ state }) =>
		wholeList(state.surveys.newestFirst().map((survey) => ({ ...survey }))),
	/** "Not cursor-paginated in the spec" (openapi.yaml): the first surveys up to `limit`, with no hint at others. */
	searchSurveys: (context) => {
		const { data } = searchPage(context, context.state.surveys, searched, (survey) => ({
			...survey,
		}));
		return { data };
	},
	getSurvey: (context) => ({ data: { ...pathSurvey(context) } }),
	getSurveyResponses: responsesPage,
} satisfies Handlers;
