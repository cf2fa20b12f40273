import { deliverTo, expectRefusal } from './support/deliveries';

const deliver = (parameters: object, payload: object, more = {}) =>
	deliverTo({ parameters: parameters as never, rawBody: JSON.stringify(payload), ...more });

/** Answered 200, and nothing started. */
async function expectIgnored(result: ReturnType<typeof deliver>, words: string): Promise<void> {
	const { status, body, workflowData, thrown, log } = await result;
	expect({ status, workflowData, thrown }).toEqual({ status: 200 });
	expect(body).toEqual({ message: expect.stringContaining(words) });
	expect(log).toMatchObject([{ level: 'debug' }]);
}

const events = { events: ['issue_created', 'custom'], customEvents: 'vip_waiting, other' };

test.each(['issue_created', 'vip_waiting', 'other'])(
	'a chosen event starts the workflow: %s',
	async (event) => {
		const { workflowData } = await deliver(events, { event, issue_id: 'i1' });
		expect(workflowData?.[0][0].json).toMatchObject({ event, body: { event, issue_id: 'i1' } });
	},
);

test.each([
	['ISSUE_Created', 'issue_created'],
	[' Issue Created ', 'issue_created'],
	['\u200bissue_created', 'issue_created'],
	['VIP_Waiting', 'vip_waiting'],
])(
	'an event in other capitals, or as the editor labels it, is the same: %j',
	async (event, name) => {
		const { workflowData } = await deliver(events, { event, issue_id: 'i1' });
		expect(workflowData?.[0][0].json).toMatchObject({ event: name, body: { event } });
	},
);

test("a label is no event's name where none is chosen, or where it is a name of the user's own", async () => {
	const payload = { event: 'Issue Created', title: 'x' };
	const own = { events: ['issue_created', 'custom'], customEvents: 'Issue Created' };
	for (const parameters of [{}, own]) {
		const { workflowData } = await deliver(parameters, payload);
		expect(workflowData?.[0][0].json).toMatchObject({ event: 'Issue Created' });
	}
	expect(
		(await deliver({}, { event: 'Issue_Updated', issue_id: 'i1' })).workflowData,
	).toMatchObject([[{ json: { event: 'issue_updated' } }]]);
});

test('a condition on a field with parts holds for nothing, and the answer says so', async () => {
	for (const requester of [{ email: 'a@b.example' }, [{ email: 'a@b.example' }]]) {
		const { status, body, workflowData } = await deliver(
			conditions('all', { field: 'requester', operator: 'equals', value: 'a@b.example' }),
			{ requester },
		);
		expect({ status, workflowData }).toEqual({ status: 200 });
		expect(body).toMatchObject({
			note: expect.stringContaining("'requester' of 'Conditions' is not a single value"),
		});
	}
});

test.each(['issue_updated', 'custom', '*', '__proto__'])(
	'another one does not: %s',
	async (event) => {
		await expectIgnored(deliver(events, { event }), "not selected in 'Trigger On'");
	},
);

test('nor is its payload complained about', async () => {
	await expectIgnored(
		deliver(events, { event: 'issue_updated', issue_id: '{{issue.id}}' }),
		'Trigger On',
	);
});

test.each([{}, { event: 5 }, { event: '{{issue.event}}' }])(
	'a payload that names no event is refused: %j',
	async (payload) => {
		expectRefusal(await deliver(events, payload), 400, 'noEvent', JSON.stringify(payload));
	},
);

test('any event starts the workflow, with a name or without', async () => {
	expect((await deliver({}, { event: 'unheard_of' })).workflowData?.[0][0].json.event).toBe(
		'unheard_of',
	);
	expect((await deliver({}, { a: 1 })).workflowData?.[0][0].json.event).toBeNull();
});

const conditions = (match: string, ...condition: object[]) => ({
	conditions: { condition },
	additionalOptions: { conditionsMatch: match },
});
const isNew = { field: 'state', operator: 'equals', value: 'new' };
const isVip = { field: 'tags', operator: 'contains', value: 'vip' };

test.each([
	['all', { state: 'new', tags: ['vip'] }, true],
	['all', { state: 'new', tags: [] }, false],
	['any', { state: 'new', tags: [] }, true],
	['any', { state: 'closed', tags: null }, false],
])('conditions, %s: %j', async (match, payload, runs) => {
	const result = deliver(conditions(match, isNew, isVip), payload);
	if (runs) expect((await result).workflowData).toHaveLength(1);
	else await expectIgnored(result, "does not meet the node's conditions");
});

test('a condition on a record that is not fetched lets neither all pass nor none: 503', async () => {
	const { status, workflowData, log } = await deliver(
		conditions('all', { ...isNew, field: '={{ "record." }}state' }),
		{ record: { state: 'new' } },
	);
	expect({ status, workflowData }).toEqual({ status: 503 });
	expect(log).toMatchObject([
		{ meta: { check: 'settings', cause: expect.stringContaining("'Fetch Record' is 'None'") } },
	]);
});

test.each(['webhook', 'manual'] as const)(
	'a text of a customer with a variable in it starts the workflow, with a note (%s)',
	async (mode) => {
		const payload = { event: 'issue_created', issue_id: 'i1', title: '{{first_name}}' };
		const { status, workflowData } = await deliver(events, payload, { mode });
		expect(status).toBe(200);
		expect(workflowData?.[0][0].json).toMatchObject({
			body: payload,
			note: expect.stringContaining("'title' still contains {{first_name}}"),
		});
	},
);

test.each([
	[conditions('all', { ...isNew, field: 'rank' }), { rank: '{{rank}}' }],
	[{ additionalOptions: { eventIdField: 'at' } }, { at: '{{now}}' }],
])(
	'with a variable in a field that the settings need, it does not: %j, %j',
	async (parameters, payload) => {
		expectRefusal(await deliver(parameters, payload), 400, 'unresolved', JSON.stringify(payload));
	},
);

test('nothing of it without a valid check', async () => {
	const result = await deliver(events, { event: 'issue_updated' }, { headers: {} });
	expectRefusal(result, 401, 'missing', '{"event":"issue_updated"}');
});

test('a parameter that cannot be read is answered 503, not 500', async () => {
	const { status, thrown, workflowData, log } = await deliver(
		conditions('all', { ...isNew, value: '={{ $("No such node").item.json.a }}' }),
		{},
	);
	expect({ status, thrown, workflowData }).toEqual({ status: 503 });
	expect(log).toMatchObject([{ level: 'warn', meta: { check: 'settings' } }]);
});

test.each([
	['notEquals', '={{ undefined }}'],
	['notOneOf', '={{ [].join() }}'],
	['contains', '={{ "" }}'],
	['equals', '={{ null }}'],
])(
	'a condition whose expression yields nothing, %s, lets neither all pass nor none: 503',
	async (operator, value) => {
		const { status, thrown, workflowData, log } = await deliver(
			conditions('all', isNew, { field: 'state', operator, value }),
			{ state: 'new' },
		);
		expect({ status, thrown, workflowData }).toEqual({ status: 503 });
		expect(log).toMatchObject([
			{
				level: 'warn',
				meta: { check: 'settings', cause: "'Condition 2' of 'Conditions' has no 'Value'" },
			},
		]);
	},
);
