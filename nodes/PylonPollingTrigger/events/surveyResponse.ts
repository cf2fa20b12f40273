import { pageSizeOf } from '../../shared/api/endpoints';
import { hasId, type PylonRecord } from '../../shared/client/triggerClient';
import { toRfc3339 } from '../../shared/input';
import type { Found, Poll, EventSource } from '../pollEvent';
import { timestampEvent } from '../timestampEvent';
import { toTime } from '../times';

/** How many surveys a test in the editor reads responses of. */
const SURVEYS_IN_TEST = 10;

/** All surveys of the types that the user wants. The list has no pages (openapi.yaml, `getSurveys`). */
async function surveysOf({ client, settings: { surveyTypes } }: Poll): Promise<PylonRecord[]> {
	const surveys = (await client.list({ template: '/surveys' })).filter(hasId);
	return surveys.filter(
		({ type }) => surveyTypes === undefined || (typeof type === 'string' && surveyTypes.has(type)),
	);
}

const template = '/surveys/{surveyId}/responses';

const found = (response: PylonRecord, survey: PylonRecord): Found => ({
	key: response.id,
	item: { response, survey },
});

export const surveyResponse: EventSource = timestampEvent({
	async collect(poll, oldest) {
		// A second earlier: it is not documented whether the moment itself belongs to what comes after it.
		const submittedAfter = toRfc3339(oldest.from - 1000);
		for (const survey of await surveysOf(poll)) {
			const request = {
				template,
				ids: { surveyId: survey.id },
				query: { submitted_after: submittedAfter },
			};
			for await (const responses of poll.client.pages(request, pageSizeOf('GET', template))) {
				for (const response of responses)
					oldest.add({ ...found(response, survey), time: toTime(response.submitted_at) });
			}
		}
	},
	async latest(poll, count) {
		const responses: Array<Found & { time: number }> = [];
		for (const survey of (await surveysOf(poll)).slice(0, SURVEYS_IN_TEST)) {
			const page = await poll.client.list({
				template,
				ids: { surveyId: survey.id },
				query: { limit: 100 },
			});
			for (const response of page.filter(hasId)) {
				responses.push({ ...found(response, survey), time: toTime(response.submitted_at) || 0 });
			}
		}
		return responses.sort((one, other) => other.time - one.time).slice(0, count);
	},
});
