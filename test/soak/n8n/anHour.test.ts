import { Cleanup } from '../../../sandbox/n8n/cleanup';
import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import { filesIn, megabytes, SecretSearch } from '../../support/secretSearch';
import { Figures } from '../../support/figures';
import { trend } from '../../support/trend';
import { itemsOf } from '../../queue/support/executions';
import { type Ended, errorsOf, resultsOf } from './executions';
import { hourOfRun, LIST, PARTS } from './hour';
import {
	changesOfIssues,
	questionsLost,
	unsafeRequested,
	unsafeLost,
	unsafeMade,
	unsafeTwice,
	untilTold,
} from './outcome';
import { type Passed, passHour } from './theHour';
import { WRITER } from './workflows';

/** What n8n's memory may grow by in a minute, in MB. */
const MOST_GROWTH_MB = 1;
/** In a shorter time n8n is still warming up. */
const LEAST_MINUTES = 5;
/** How many more handles and timers n8n at rest may have after an hour of thousands of connections. */
const MOST_NEW_HANDLES = 10;

/** What an error says of a request whose answer was lost. */
const MAYBE = 'may have processed it anyway';

const hour = hourOfRun();
const figures = new Figures('test:soak');
const cleanup = new Cleanup();
let hourPassed: Passed | undefined;

jest.setTimeout((hour.minutes + 30) * 60_000);
beforeAll(async () => {
	hourPassed = await passHour(hour, cleanup);
});
afterEach(() => {
	if (hourPassed && !hour.isShort) figures.save(hourPassed.versions);
});
afterAll(() => cleanup.run());

function passed(): Passed {
	if (!hourPassed) throw new Error('The hour has not passed.');
	return hourPassed;
}

const AN_HOUR = 'An hour of a busy team';
const sum = (counts: object): number =>
	Object.values(counts).reduce((all: number, count: number) => all + count, 0);

test('all that was asked for is done, what creates or writes exactly once, and n8n tells the truth', async () => {
	const { n8n, traffic, workflows, requests } = passed();
	const { requested, wrong, twice } = traffic;
	expect(requested.surprises).toEqual([]);
	expect(wrong.refused).toBe(wrong.sent);

	const { issues, contacts, tasks } = n8n.pylon.state;
	const titleOf = (id: string) => issues.get(id)?.title;
	expect([...requested.deliveries].filter(([id, n]) => titleOf(id) !== `Seen ${n}`)).toEqual([]);
	expect([...requested.renames].filter(([id, name]) => contacts.get(id)?.name !== name)).toEqual(
		[],
	);
	const decisions = [...requested.approvals.values()].flatMap(({ n, approved }) =>
		approved === undefined ? [] : [`${approved ? 'Refund' : 'Do not refund'} ${n}`],
	);
	const titles = [...tasks.values()].map(({ title }) => title);
	expect(titles.filter((title) => /refund \d/i.test(title)).sort()).toEqual(decisions.sort());
	expect(unsafeTwice(n8n.pylon)).toEqual([]);
	expect(unsafeMade(n8n.pylon)).toEqual(unsafeRequested(requested));

	// An item whose answer was lost says so; a question ends its execution then. Nothing else has failed.
	const runs: Record<string, Ended[]> = {};
	for (const kind of ['deliveries', 'updates', 'tasks', 'issues', 'approvals'] as const)
		runs[kind] = await resultsOf(n8n.api, workflows[kind].id);
	expect(runs.deliveries).toHaveLength(requested.deliveries.size);
	const all = Object.values(runs).flat();
	const lost = unsafeLost(n8n.pylon);
	const { questions, followUps } = questionsLost(n8n.pylon, traffic);
	const failed = all.filter(({ status }) => status !== 'success');
	expect(failed.map(({ result }) => result.error?.description)).toEqual(
		Array.from({ length: questions }, () => expect.stringContaining(MAYBE) as string),
	);
	const errors = errorsOf(all, WRITER);
	expect(errors.filter(({ maybeProcessed }) => maybeProcessed !== true)).toEqual([]);
	expect(errors).toHaveLength(lost.length - questions - followUps);
	const answers = runs.approvals.flatMap((run) => itemsOf(run, 'Ask'));
	const notWritten = answers.filter(
		({ json }) => (json.data as { followUpError?: string }).followUpError !== undefined,
	);
	expect(notWritten).toHaveLength(followUps);

	const unsafe = sum(unsafeMade(n8n.pylon));
	figures.record(
		AN_HOUR,
		`in ${hour.minutes} minutes (seed ${hour.seed}): ${requested.deliveries.size} deliveries, ${twice} of them twice, and ${wrong.sent} with a wrong signature; ${requested.renames.size} updates, ${requested.tasks.length} tasks and ${requested.issues.length} issues created, in lists of ${LIST}; ${requested.approvals.size} questions answered. Of ${requests.all} requests ${requests.struck} failed on purpose and ${requests.limited} were refused by Pylon's limits. ${unsafe} creates and messages requested, ${unsafe} made, none twice; of ${lost.length} the response was lost, and n8n reports each; everything else succeeded`,
	);
});

test('each workflow that polls tells of each new and each changed issue', async () => {
	const { n8n, workflows, traffic } = passed();
	const { issues } = n8n.pylon.state;
	const made = new Set(traffic.requested.issues);
	const created = [...issues.values()].flatMap(({ id, title }) => (made.has(title) ? [id] : []));
	const changes = changesOfIssues(n8n.pylon);
	const changed = [...changes.keys()];
	const ofCreated = await untilTold(n8n.api, workflows.created, 'issue_created', created);
	const ofChanged = await untilTold(n8n.api, workflows.updated, 'issue_updated', changed);
	for (const times of ofCreated)
		expect([...times].sort()).toEqual(created.map((id): [string, number] => [id, 1]).sort());
	for (const times of ofChanged) {
		expect([...times.keys()].sort()).toEqual([...changed].sort());
		expect([...times].filter(([id, count]) => count > (changes.get(id) ?? 0))).toEqual([]);
	}
	figures.record(
		`${AN_HOUR}: polls`,
		`${ofCreated.length} and ${ofChanged.length} workflows that poll each minute: each reported ${created.length} of ${created.length} created issues once, and ${changed.length} of ${changed.length} changed ones, none more often than it was changed`,
	);
});

test('token and signing secret stand in no log and no file of n8n', async () => {
	const { n8n, log } = passed();
	const search = new SecretSearch([n8n.pylon.tokens.us, WEBHOOK_SECRET]);
	const hits = search.isIn(log()) ? ['the log'] : [];
	for await (const file of filesIn(n8n.userFolder))
		if (await search.isInFile(file)) hits.push(file.slice(n8n.userFolder.length));
	expect(hits).toEqual([]);
	expect(log()).toContain('debug');
	figures.record(
		`${AN_HOUR}: secrets`,
		`token and signing secret: nowhere in ${megabytes(search.looked)} MB of n8n's log (level debug) and files`,
	);
});

test('memory, handles and timers do not grow', async () => {
	const [before, ...samples] = passed().memory.samples;
	const after = samples[samples.length - 1];
	const warm = samples.slice(PARTS / 3 - 1);
	const perMinute = PARTS / hour.minutes;
	const live = trend(warm.map((sample) => sample.live)) * perMinute;
	const rss = trend(warm.map((sample) => sample.rss)) * perMinute;
	if (hour.minutes >= LEAST_MINUTES) expect(live).toBeLessThan(MOST_GROWTH_MB);
	expect(after.handles - before.handles).toBeLessThan(MOST_NEW_HANDLES);
	expect(after.timers - before.timers).toBeLessThan(MOST_NEW_HANDLES);
	figures.record(
		`${AN_HOUR}: memory`,
		`at rest and with garbage collected, after each twelfth of the hour: ${before.live.toFixed(1)} MB before, ${warm[0].live.toFixed(1)} MB after a third, ${after.live.toFixed(1)} MB at the end; after the first third it grows by ${live.toFixed(2)} MB a minute (the whole process, ${after.rss.toFixed(0)} MB at the end, by ${rss.toFixed(1)}); handles ${before.handles} before and ${after.handles} after, timers ${before.timers} and ${after.timers}`,
	);
});
