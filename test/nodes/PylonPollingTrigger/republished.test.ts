import { clock } from '../../../nodes/shared/client/clock';
import { HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();

const { addIssue, edit, pass, poller } = bench;

const event = 'issue_created';

test('two polls at once do not put out the same', async () => {
	const active = poller({ event });
	await active.activate();
	pass(MINUTE);
	const id = addIssue();
	const results = await Promise.all([active.poll(), active.poll()]);
	expect(results.flatMap(({ items }) => idsOf(items, 'issue'))).toEqual([id]);
	expect(active.log.at(-1)).toEqual(
		expect.objectContaining({
			level: 'debug',
			message: expect.stringContaining('still running'),
		}),
	);
});

describe('published anew while a poll is under way', () => {
	/** A poll that Pylon makes wait until it is let go. */
	const underWay = async () => {
		const active = poller({ event });
		await active.activate();
		pass(MINUTE);
		let letGo = () => {};
		const waits = new Promise<void>((resolve) => {
			jest.mocked(clock.sleep).mockImplementationOnce(async () => {
				resolve();
				await new Promise<void>((go) => (letGo = go));
			});
		});
		bench.pylon.sim.faults.add({
			kind: 'rate-limited',
			waitMs: SECOND,
			operationId: 'searchIssues',
			nth: [1],
		});
		const last = active.poll();
		await waits;
		pass(SECOND);
		return { active, end: async () => (letGo(), await last) };
	};

	test('with another event, it starts from then, not from the next poll', async () => {
		const { active, end } = await underWay();
		await active.change({ parameters: { event: 'issue_updated' } });
		const id = addIssue({}, HOUR);
		pass(MINUTE);
		edit(id, { title: 'Other' });
		expect(await end()).toEqual({});
		pass(HOUR);
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	});

	test('with the same one, nothing is lost and nothing comes twice', async () => {
		const { active, end } = await underWay();
		const id = addIssue();
		expect(await active.change({ parameters: { event, options: { maxRecords: 7 } } })).toEqual({});
		expect(await end()).toEqual({});
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
		expect(await active.poll()).toEqual({});
	});

	test('with settings that cannot be used, it says so', async () => {
		const { active, end } = await underWay();
		expect(
			(await active.change({ parameters: { event, options: { overlap: -1 } } })).error?.message,
		).toContain("'Overlap");
		await end();
	});
});

test("when n8n's clock was far ahead for a while, what happens afterwards comes", async () => {
	const active = poller({ event });
	bench.skew = 24 * HOUR;
	await active.activate();
	await active.poll();
	bench.skew = 0;
	pass(MINUTE);
	const id = addIssue();
	expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	pass(SECOND);
	expect(await active.poll()).toEqual({});
});
