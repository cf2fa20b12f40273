import { seedIds } from '../../../sandbox/pylon';
import { HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();
const { pass, poller, asked, ago } = bench;
const trigger = (options = {}) => poller({ event: 'survey_response', options });
const surveysOfType = () =>
	new Map([...bench.pylon.sim.state.surveys.values()].map(({ id, type }) => [type, id]));

function respond(surveyId: string, msAgo = 0): string {
	const { surveyResponses, newId } = bench.pylon.sim.state;
	const id = newId('other');
	surveyResponses.set(id, {
		id,
		survey_id: surveyId,
		account_id: null,
		contact_id: seedIds.contacts.carla,
		answers: [{ prompt: 'How was it?', question_type: 'score', value: '5' }],
		submitted_at: ago(msAgo),
	} as never);
	return id;
}

test('puts out each new response once, with its survey, the oldest first', async () => {
	const surveys = [...surveysOfType().values()];
	expect(surveys.length).toBeGreaterThan(1);
	respond(surveys[0], 10 * SECOND);
	const active = trigger();
	expect(await active.activate()).toEqual({});
	pass(MINUTE);
	const later = respond(surveys[0], 5 * SECOND);
	const earlier = respond(surveys[1], 20 * SECOND);
	const { items } = await active.poll();
	expect(idsOf(items, 'response')).toEqual([earlier, later]);
	expect(idsOf(items, 'survey')).toEqual([surveys[1], surveys[0]]);
	expect(items?.[1]).toMatchObject({
		event: 'survey_response',
		eventKey: `survey_response:${later}`,
		response: { answers: [{ value: '5' }] },
	});
	pass(MINUTE);
	expect(await active.poll()).toEqual({});
});

test('asks for one list a survey, and only for the types chosen', async () => {
	const byType = surveysOfType();
	const active = trigger({ surveyTypes: ['csat'] });
	await active.activate();
	pass(MINUTE);
	for (const id of byType.values()) respond(id);
	bench.pylon.sim.resetLog();
	expect(idsOf((await active.poll()).items, 'survey')).toEqual([byType.get('csat')]);
	expect(asked()).toEqual(['GET /surveys', `GET /surveys/${byType.get('csat')}/responses`]);
});

test('asks from a second before the moment that counts, which may or may not belong to what comes after it', async () => {
	const active = trigger({ overlap: 0 });
	await active.activate();
	const since = bench.now();
	pass(MINUTE);
	bench.pylon.sim.resetLog();
	await active.poll();
	const asksFrom = bench.pylon.sim.requests
		.map(({ query }) => query.submitted_after)
		.filter((from) => from !== undefined);
	expect(new Set(asksFrom.map((from) => Date.parse(String(from))))).toEqual(
		new Set([since - SECOND]),
	);
});

test('responses come late, and more than one poll may take', async () => {
	const [survey] = surveysOfType().values();
	const active = trigger({ maxRecords: 2 });
	await active.activate();
	pass(HOUR);
	const ids = [110, 50, 20].map((seconds) => respond(survey, seconds * SECOND));
	expect(idsOf((await active.poll()).items, 'response')).toEqual(ids.slice(0, 2));
	const late = respond(survey, 100 * SECOND);
	expect(idsOf((await active.poll()).items, 'response')).toEqual([late, ids[2]]);
});
