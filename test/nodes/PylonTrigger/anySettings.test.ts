import * as fc from 'fast-check';

import { clock } from '../../../nodes/shared/client/clock';
import { emptyMemory } from '../../../nodes/PylonTrigger/memory';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { eventNamed, events } from '../../../nodes/PylonTrigger/events';
import { seedIds, type Fault } from '../../../sandbox/pylon';
import { WEBHOOK_SECRET } from '../../support/pylon';
import { deliver, type TriggerAnswer } from '../../support/webhook';
import { HEADER_SECRET, signed } from './support/deliveries';
import { withTrigger } from './support/pylonCalls';

const bench = withTrigger();

const SETTINGS = 60;
const DELIVERIES = 12;

const known = events.map(({ value }) => value);
const path = fc.constantFrom(
	'issue_id',
	'record.state',
	'record.tags',
	'record.requester.email',
	'record.owner_name',
	'record.custom_fields.plan',
	'a.b',
	'__proto__',
	'constructor.name',
	'toString',
	'0',
	'a..b',
	'',
);

const condition = fc.record({
	field: path,
	operator: fc.constantFrom(
		'contains',
		'equals',
		'exists',
		'notContains',
		'notEquals',
		'notExists',
		'notOneOf',
		'oneOf',
	),
	value: fc.constantFrom('new', 'a,b', '1', '[object Object]', ''),
});

const anySettings = fc.record({
	verification: fc.constantFrom('signature', 'header', 'none'),
	headerName: fc.constant('X-Proof'),
	events: fc.oneof(
		fc.constant<string[]>(['*']),
		fc.subarray<string>([...known, 'custom'], { minLength: 1 }),
	),
	customEvents: fc.constantFrom('my_own', '__proto__, constructor', ''),
	fetchRecord: fc.constantFrom('none', 'issue', 'account', 'contact'),
	addNames: fc.boolean(),
	output: fc.constantFrom('simplified', 'raw', 'selected'),
	selectedFields: fc.constantFrom('id, __proto__, custom_fields.constructor', ''),
	onFailure: fc.constantFrom('run', 'answer503'),
	dropOwnEvents: fc.boolean(),
	dropDuplicates: fc.boolean(),
	conditions: fc.record({ condition: fc.array(condition, { maxLength: 2 }) }),
	additionalOptions: fc.record(
		{
			eventIdField: path,
			authorIdField: path,
			recordIdField: path,
			conditionsMatch: fc.constantFrom('all', 'any'),
			longestWait: fc.constant(0),
		},
		{ requiredKeys: [] },
	),
});

type Settings = typeof anySettings extends fc.Arbitrary<infer T> ? T : never;

const anything: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(
		...Object.values(seedIds.issues),
		'',
		' ',
		'..',
		'a/b',
		'{{issue.id}}',
		'{{ x-y }}',
		'null',
		null,
		true,
		5,
		1e300,
		-1,
		'\u0000',
		'\ud800',
	),
	fc.dictionary(
		fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'b', '0', ''),
		fc.jsonValue({ maxDepth: 2 }),
		{ noNullPrototype: true },
	),
	fc.jsonValue({ maxDepth: 3 }),
);

/** As JSON text, since an object literal has no key `__proto__`. */
const anyPayload = fc
	.dictionary(
		fc.constantFrom(
			'event',
			'issue_id',
			'account_id',
			'contact_id',
			'message_id',
			'author_id',
			'record',
			'a',
			'__proto__',
		),
		anything,
	)
	.chain((payload) =>
		fc
			.constantFrom(...known, 'my_own', '__proto__', undefined)
			.map((event) => ({ ...payload, ...(event !== undefined && { event }) })),
	)
	.map((payload) => JSON.stringify(payload));

const FAULTS: Fault[] = [
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 404, body: 'gone' },
	{ kind: 'rate-limited', waitMs: 30_000 },
	{ kind: 'html' },
	{ kind: 'reset' },
	{ kind: 'cut-off' },
	{ kind: 'data', value: { id: { toString: 1 }, user: [] } },
	{ kind: 'data', value: [null, 5, { author: null }, { id: 1, author: { user: 7 } }] },
];

const anyDelivery = fc.record({
	rawBody: anyPayload,
	isProven: fc.boolean(),
	fault: fc.option(fc.constantFrom(...FAULTS)),
});

/** Whether a parameter that is in use is empty. */
function lacksNeeded(settings: Settings): boolean {
	const { events: chosen, customEvents, fetchRecord, output, selectedFields } = settings;
	const { additionalOptions: options, dropOwnEvents } = settings;
	return (
		(chosen.includes('custom') && customEvents === '') ||
		(fetchRecord !== 'none' && output === 'selected' && selectedFields === '') ||
		(fetchRecord !== 'none' && options.recordIdField === '') ||
		(dropOwnEvents && options.authorIdField === '') ||
		options.eventIdField === ''
	);
}

/** Whether the answer is one that these settings allow, and whether it started what it says. */
function check(
	settings: Settings,
	rawBody: string,
	isProven: boolean,
	answer: TriggerAnswer,
): void {
	const items = bench.items();
	expect(items).toHaveLength(answer.body === 'Received' ? 1 : 0);
	if (answer.status === 401) {
		expect([isProven, settings.verification === 'none']).toEqual([false, false]);
		return;
	}
	const hasGap = settings.conditions.condition.some(
		({ field, operator, value }) =>
			field === '' ||
			(['', '[object Object]'].includes(value) && !/xists$/.test(operator)) ||
			(settings.fetchRecord === 'none' && field.startsWith('record.')),
	);
	const isUnusable = hasGap || lacksNeeded(settings);
	const isAsking = settings.fetchRecord !== 'none' || settings.dropOwnEvents;
	// What lacks in the settings is said before anything of the call is looked at.
	if (!lacksNeeded(settings)) expect(isProven || settings.verification === 'none').toBe(true);
	if (answer.status === 503)
		expect(isUnusable || (isAsking && settings.onFailure === 'answer503')).toBe(true);
	else expect([200, 400]).toContain(answer.status);
	for (const item of items) {
		expect(isUnusable).toBe(false);
		expect(JSON.stringify(item.body)).toBe(JSON.stringify(JSON.parse(rawBody)));
		expect(item).toMatchObject({
			deliveryKey: expect.stringMatching(/^[0-9a-f-]{36,64}$/),
			bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		const event = item.event as string | null;
		const names = settings.events.includes('custom') ? settings.customEvents.split(', ') : [];
		if (!settings.events.includes('*'))
			expect([...settings.events.filter((name) => name !== 'custom'), ...names]).toContain(event);
		const about = eventNamed(event)?.about;
		if (about !== undefined)
			expect(['string', 'number']).toContain(
				typeof (item.body as Record<string, unknown>)[`${about}_id`],
			);
	}
}

test('whatever is set and whatever comes: no 500, nothing without a check, no secret told', async () => {
	jest.spyOn(clock, 'sleep').mockResolvedValue(undefined);
	const statuses = new Map<number, number>();
	for (const [index, settings] of fc
		.sample(anySettings, { numRuns: SETTINGS, seed: 20261121 })
		.entries()) {
		const credentials = {
			...bench.pylon.credentials,
			verifyByHeader: true,
			webhookHeaderSecret: HEADER_SECRET,
		};
		const memory = emptyMemory();
		await bench.listen(settings, { credentials, node: new PylonTrigger(memory) });
		for (const { rawBody, isProven, fault } of fc.sample(anyDelivery, {
			numRuns: DELIVERIES,
			seed: index,
		})) {
			memory.deliveries.clear();
			bench.listener.executions.length = 0;
			bench.pylon.sim.faults.clear();
			if (fault !== null) bench.pylon.sim.faults.add(fault);
			const headers = isProven
				? { ...signed(rawBody, WEBHOOK_SECRET), 'x-proof': HEADER_SECRET }
				: { ...signed(rawBody, 'other'), 'x-proof': 'other' };
			const answer = await deliver(bench.listener.url, { rawBody, headers });
			statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
			expect(bench.listener.thrown).toEqual([]);
			check(settings, rawBody, isProven, answer);
			const told = JSON.stringify([answer, bench.listener.log, bench.items()]);
			for (const secret of [WEBHOOK_SECRET, HEADER_SECRET, bench.pylon.sim.tokens.us])
				expect(told).not.toContain(secret);
		}
	}
	expect(Object.prototype).not.toHaveProperty('b');
	// All ways were gone.
	for (const status of [200, 400, 401, 503]) expect(statuses.get(status)).toBeGreaterThan(5);
	jest.restoreAllMocks();
});
