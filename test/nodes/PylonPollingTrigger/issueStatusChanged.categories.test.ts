import { addIssues } from '../../../sandbox/pylon';
import { DAY, HOUR, MINUTE, withPolling } from './support/bench';

const bench = withPolling({ checkReplies: false });
const { addIssue, edit, pass, poller, pylon, asked } = bench;

/** Statuses of category `closed` that the simulated workspace has, none of which has to be called so. */
const closedSlugs = () =>
	pylon.sim.state.issueStatuses
		.filter(({ category }) => category === 'closed')
		.map(({ slug }) => slug);

const trigger = () => poller({ event: 'issue_status_changed' });

const changes = (items?: unknown[]) =>
	((items ?? []) as Array<{ issue: { id: string; state: string } }>).map(({ issue, ...rest }) => ({
		...rest,
		issue: issue.id,
		state: issue.state,
	}));

test('the workspace has several closed statuses', () => {
	expect(closedSlugs().length).toBeGreaterThan(2);
});

test('10,000 closed issues under any slug cost neither memory nor requests, and the closing of an old open issue is told', async () => {
	const slugs = closedSlugs();
	const { issues } = pylon.sim.state;
	for (const id of [...issues.keys()]) issues.delete(id);
	addIssues(pylon.sim.state, 10_000, bench.now() - 90 * DAY).forEach((id, index) => {
		const issue = issues.get(id)!;
		issues.set(id, { ...issue, state: slugs[index % slugs.length] });
	});
	const open = addIssues(pylon.sim.state, 100, bench.now() - 200 * DAY);
	const active = trigger();
	pylon.sim.resetLog();
	await active.activate();
	expect(asked()).toHaveLength(3);
	expect(active.saved.staticData.length).toBeLessThan(20_000);
	pass(MINUTE);
	edit(open[99], { state: slugs[1] });
	const before = issues.get(open[98])!.state;
	expect(changes((await active.poll()).items)).toEqual([
		expect.objectContaining({
			issue: open[99],
			state: slugs[1],
			previousState: before,
			previousCategory: 'new',
			category: 'closed',
		}),
	]);
});

test.each([0, 1, 2])(
	'an old closed issue (status %i of category closed) that opens was closed before',
	async (index) => {
		const slug = closedSlugs()[index];
		const id = addIssue({ state: slug }, 365 * DAY);
		const active = trigger();
		await active.activate();
		pass(MINUTE);
		edit(id, { state: 'waiting_on_you' });
		expect(changes((await active.poll()).items)).toMatchObject([
			{
				issue: id,
				state: 'waiting_on_you',
				category: 'waiting_on_you',
				previousState: null,
				previousCategory: 'closed',
			},
		]);
		pass(MINUTE);
		edit(id, { state: slug });
		expect(changes((await active.poll()).items)).toMatchObject([
			{ issue: id, previousState: 'waiting_on_you', category: 'closed' },
		]);
	},
);

test('a status that was made after the start has its category', async () => {
	const id = addIssue({ state: 'waiting_on_you' }, HOUR);
	const active = trigger();
	await active.activate();
	pass(MINUTE);
	const [model] = pylon.sim.state.issueStatuses;
	pylon.sim.state.issueStatuses.push({
		...model,
		slug: 'shipped',
		label: 'Shipped',
		category: 'closed',
		is_default_status: false,
	});
	edit(id, { state: 'shipped' });
	expect(changes((await active.poll()).items)).toMatchObject([
		{ issue: id, state: 'shipped', category: 'closed', previousState: 'waiting_on_you' },
	]);
	pylon.sim.resetLog();
	pass(MINUTE);
	edit(id, { state: 'waiting_on_you' });
	expect(changes((await active.poll()).items)).toMatchObject([
		{ issue: id, previousState: 'shipped', previousCategory: 'closed' },
	]);
	expect(asked()).toEqual(['POST /issues/search']);
});
