import { HOUR, idsOf, MINUTE, SECOND, withPolling } from './support/bench';

const bench = withPolling();

const { addIssue, edit, pass, poller } = bench;

const event = 'issue_created';

const vip = {
	filterMode: 'json',
	filterJson: '{"field":"tags","operator":"contains","value":"vip"}',
};

describe.each([false, true])('with durable cursors: %s', (durable) => {
	/** With durable cursors, n8n 2.41 does not keep what an empty poll of the activation leaves: it starts with the next poll. */
	const started = async () => {
		const active = poller({ event }, { durable });
		await active.activate();
		if (durable) await active.poll();
		expect(active.saves).toBe(1);
		return active;
	};

	test('what was put out does not come again after a crash, and what came meanwhile does', async () => {
		const active = await started();
		pass(MINUTE);
		const before = addIssue();
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([before]);
		active.stop();
		pass(HOUR);
		const meanwhile = addIssue();
		expect(idsOf((await active.activate('init')).items, 'issue')).toEqual([meanwhile]);
		expect(await active.poll()).toEqual({});
	});

	test('a crash right after the first poll does not make it start anew', async () => {
		const active = await started();
		active.stop();
		pass(HOUR);
		const id = addIssue();
		expect(idsOf((await active.activate('init')).items, 'issue')).toEqual([id]);
	});

	test('a crash after empty polls loses nothing', async () => {
		const active = await started();
		for (let polls = 0; polls < 5; polls++) {
			pass(HOUR);
			expect(await active.poll()).toEqual({});
		}
		expect(active.saves).toBe(durable ? 6 : 1);
		active.stop();
		const id = addIssue();
		expect(idsOf((await active.activate('init')).items, 'issue')).toEqual([id]);
	});
});

test('every execution is saved with what it put out', async () => {
	const active = poller({ event });
	await active.activate();
	pass(MINUTE);
	const id = addIssue();
	await active.poll();
	expect(active.saves).toBe(2);
	expect(active.saved.staticData).toContain(id);
});

test('nothing that was saved gives the token away', async () => {
	const active = poller({ event });
	await active.activate();
	expect(active.saved.staticData).toContain('polling');
	expect(active.saved.staticData).not.toContain(bench.pylon.sim.tokens.us);
});

describe('a change of settings', () => {
	const start = async (parameters = {}) => {
		const active = poller({ event, ...parameters });
		await active.activate();
		pass(MINUTE);
		return active;
	};

	test.each([{ maxRecords: 7 }, { overlap: 0 }, { overlap: 3600 }])(
		'%j keeps what is remembered',
		async (options) => {
			const active = await start();
			pass(HOUR);
			const [old, young] = [addIssue({}, 10 * MINUTE), addIssue()];
			expect(idsOf((await active.poll()).items, 'issue')).toEqual([old, young]);
			pass(MINUTE);
			const id = addIssue();
			const { items } = await active.change({ parameters: { event, options } });
			expect(idsOf(items, 'issue')).toEqual([id]);
		},
	);

	test.each([
		[{ event: 'issue_updated' }, "'Trigger On' was changed from issue_created to issue_updated"],
		[{ event, ...vip }, 'the filter'],
		[{ event, searchText: 'An issue' }, 'the filter'],
	])('%j starts from now, and says so', async (parameters, reason) => {
		const active = await start();
		addIssue({ tags: ['vip'] });
		expect(await active.change({ parameters })).toEqual({});
		expect(active.log.at(-1)).toEqual(
			expect.objectContaining({ level: 'info', message: expect.stringContaining(reason) }),
		);
		pass(MINUTE);
		const id = addIssue({ tags: ['vip'] });
		edit(id, { title: 'An issue of ours' }, -SECOND);
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	});

	test.each([
		['issue_message', { customersOnly: true }],
		['issue_message', { includeInternalNotes: true }],
		['survey_response', { surveyTypes: ['csat'] }],
	])('%s: %j starts from now, and says so', async (chosen, options) => {
		const active = await start({ event: chosen });
		bench.addMessage(addIssue({}, HOUR));
		expect(await active.change({ parameters: { event: chosen, options } })).toEqual({});
		expect(active.log.at(-1)?.message).toContain('another setting that selects events was changed');
	});

	test('an expression in the filter that yields something else every time is no change', async () => {
		const filterJson =
			'={{ JSON.stringify({ field: "created_at", operator: "time_is_after", value: $now.minus(1, "year").toISO() }) }}';
		const active = await start({ filterMode: 'json', filterJson });
		const id = addIssue();
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
		expect(active.log).toHaveLength(1);
	});

	test('a new token of the same organization keeps what is remembered', async () => {
		const active = await start();
		const id = addIssue();
		const credentials = { ...bench.pylon.credentials, apiToken: bench.pylon.sim.tokens.readOnly };
		expect(idsOf((await active.change({ credentials })).items, 'issue')).toEqual([id]);
		bench.pylon.sim.resetLog();
		await active.poll();
		expect(bench.asked()).not.toContain('GET /me');
	});

	test('the token of another organization starts from now', async () => {
		const active = await start();
		addIssue();
		const { organization } = bench.pylon.sim.state;
		organization.id = 'another';
		const credentials = { ...bench.pylon.credentials, apiToken: bench.pylon.sim.tokens.readOnly };
		expect(await active.change({ credentials })).toEqual({});
		expect(active.log.at(-1)).toEqual(
			expect.objectContaining({ message: expect.stringContaining('another organization') }),
		);
	});
});

describe('a poll that fails', () => {
	test('is shown as such, and the next one goes over the same time', async () => {
		const active = poller({ event });
		await active.activate();
		pass(HOUR);
		const id = addIssue({}, 30 * MINUTE);
		const fault = bench.pylon.sim.faults.add({
			kind: 'status',
			status: 500,
			operationId: 'searchIssues',
		});
		const { error, items } = await active.poll();
		expect(error?.name).toBe('NodeApiError');
		expect(items).toBeUndefined();
		pass(HOUR);
		bench.pylon.sim.faults.remove(fault);
		const later = addIssue();
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id, later]);
		expect(await active.poll()).toEqual({});
	});

	test('in the first poll, keeps the workflow from being published', async () => {
		const active = poller(
			{ event },
			{ credentials: { ...bench.pylon.credentials, apiToken: 'no such token' } },
		);
		expect((await active.activate()).error?.name).toBe('NodeApiError');
		expect(active.saves).toBe(0);
	});

	test('on a later page, puts out nothing', async () => {
		const active = poller({ event });
		await active.activate();
		pass(MINUTE);
		const id = addIssue();
		bench.pylon.sim.faults.add({ kind: 'empty-page', nth: [1] });
		const fault = bench.pylon.sim.faults.add({ kind: 'cut-off' });
		expect((await active.poll()).error?.name).toBe('NodeApiError');
		bench.pylon.sim.faults.remove(fault);
		expect(idsOf((await active.poll()).items, 'issue')).toEqual([id]);
	});

	test.each([
		[119, 1],
		[121, 2],
	])(
		'because Pylon asks to wait %i seconds: the event comes with poll %i',
		async (seconds, nth) => {
			const active = poller({ event });
			await active.activate();
			pass(MINUTE);
			const id = addIssue();
			bench.pylon.sim.faults.add({
				kind: 'rate-limited',
				waitMs: seconds * SECOND,
				operationId: 'searchIssues',
				nth: [1],
			});
			const polled: unknown[] = [];
			for (const number of [1, 2]) {
				const { items, error } = await active.poll();
				if (items !== undefined) polled.push([number, idsOf(items, 'issue')]);
				else if (number < nth) expect(error?.name).toBe('NodeApiError');
				pass(HOUR);
			}
			expect(polled).toEqual([[nth, [id]]]);
		},
	);

	test('because the pages lead nowhere, says so', async () => {
		const active = poller({ event });
		await active.activate();
		bench.pylon.sim.faults.add({ kind: 'empty-page' });
		expect((await active.poll()).error?.message).toContain('pages without a new record');
	});
});
