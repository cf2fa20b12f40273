import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { withPylon } from '../../support/pylon';
import { activateTrigger } from '../../support/webhookHooks';

const node = new PylonTrigger();

const ON = { useWithTrigger: true };

const SIGNING = { ...ON, webhookSecret: 'secret' };

describe('a condition that is left empty', () => {
	const good = { field: 'state', operator: 'equals', value: 'new' };
	const start = (...condition: object[]) =>
		activateTrigger({
			node,
			parameters: { conditions: { condition } } as never,
			credentials: SIGNING,
		});

	test.each<[object, string]>([
		[{ ...good, field: '' }, 'Field'],
		[{ ...good, field: ' ', operator: 'exists' }, 'Field'],
		[{ ...good, value: '' }, 'Value'],
		[{ ...good, operator: 'notEquals', value: ' ' }, 'Value'],
		[{ ...good, operator: 'contains', value: '={{ "" }}' }, 'Value'],
		[{ ...good, operator: 'notOneOf', value: ' , ,' }, 'Value'],
	])('does not start: %j', async (condition, missing) => {
		const { error } = await start(good, condition);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `'Condition 2' of 'Conditions' has no '${missing}'`,
			description: expect.stringContaining('remove the condition'),
		});
	});

	test.each([
		good,
		{ ...good, value: 0 },
		{ field: 'tags', operator: 'exists', value: '' },
		{ field: 'tags', operator: 'notExists' },
	])('one that is filled in starts: %j', async (condition) => {
		expect((await start(condition)).error).toBeUndefined();
	});
});

describe('conditions that n8n cannot read', () => {
	test.each([
		'={{ { condition: [] } }}',
		[{ field: 'state', operator: 'equals', value: 'new' }],
		{ conditions: [{ field: 'state', operator: 'equals', value: 'new' }] },
		{},
	])('do not fall away: %j', async (conditions) => {
		const { error } = await activateTrigger({
			node,
			parameters: { conditions } as never,
			credentials: SIGNING,
		});
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Conditions' cannot be read",
		});
	});

	test.each([{}, { conditions: { condition: [] } }])('none are none: %j', async (parameters) => {
		const { error } = await activateTrigger({
			node,
			parameters: parameters as never,
			credentials: SIGNING,
		});
		expect(error).toBeUndefined();
	});
});

describe('a condition on the record', () => {
	const condition = [{ field: 'record.tags', operator: 'notContains', value: 'billing' }];
	const start = (parameters: object, mode: 'webhook' | 'manual' = 'webhook') =>
		activateTrigger({
			node,
			mode,
			parameters: { conditions: { condition }, ...parameters } as never,
			credentials: SIGNING,
		});

	test.each([
		[{}, 'webhook'],
		[{ fetchRecord: 'none' }, 'webhook'],
		[{}, 'manual'],
	] as const)('does not start without one: %j, %s', async (parameters, mode) => {
		expect((await start(parameters, mode)).error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Condition 1' refers to the record, but 'Fetch Record' is 'None'",
			description: expect.stringContaining("under 'Fetch Record'"),
		});
	});

	test('starts with one', async () => {
		expect((await start({ fetchRecord: 'issue' })).error).toBeUndefined();
	});
});

describe('conditions on fields of the record', () => {
	const pylon = withPylon();
	const start = (
		field: string,
		more: Partial<Parameters<typeof activateTrigger>[0]> = {},
		fetchRecord = 'issue',
	) =>
		activateTrigger({
			node: new PylonTrigger(),
			parameters: {
				fetchRecord,
				conditions: { condition: [{ field, operator: 'equals', value: 'x' }] },
			} as never,
			credentials: pylon.credentials,
			...more,
		});

	test.each([
		['record.stat', "'record.stat' of 'Conditions' does not exist: an issue has no field 'stat'"],
		['record.requester.nmae', "a contact has no field 'nmae'"],
		['record.custom_fields.nothing', "Pylon has no custom field 'nothing' for issues"],
		['record.account.custom_fields.nothing', "Pylon has no custom field 'nothing' for accounts"],
	])('that no issue has: does not start: %s', async (field, words) => {
		for (const mode of ['webhook', 'manual'] as const) {
			expect((await start(field, { mode })).error).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringContaining(words),
				description: expect.stringContaining('Correct the field'),
			});
		}
	});

	test.each([
		'record.requester',
		'record.team',
		'record.account.owner',
		'record.requester.account',
	])('that is another record: does not start, but for whether it exists: %s', async (field) => {
		expect((await start(field)).error).toMatchObject({
			name: 'NodeOperationError',
			message: `'${field}' of 'Conditions' is a record, not a value`,
			description: expect.stringContaining(`'${field}.id'`),
		});
		const parameters = {
			fetchRecord: 'issue',
			conditions: { condition: [{ field, operator: 'exists' }] },
		} as never;
		expect((await start(field, { parameters })).error).toBeUndefined();
		const { error, log } = await start(field, { activation: 'init' });
		expect(error).toBeUndefined();
		expect(log).toMatchObject([{ level: 'warn', message: expect.stringContaining(field) }]);
	});

	test.each(['init', 'leadershipChange'] as const)(
		'starts where nobody is there to correct it, and the log warns: %s',
		async (activation) => {
			const { error, log } = await start('record.stat', { activation });
			expect(error).toBeUndefined();
			expect(log).toMatchObject([
				{ level: 'warn', message: expect.stringContaining("an issue has no field 'stat'") },
			]);
		},
	);

	test.each([
		['record.state', 0],
		['record.requester_email', 0],
		['record.account.owner.email', 0],
		['record.team_slas.0.team_id', 0],
		['record.custom_fields.priority', 1],
	])('that an issue may have: starts: %s', async (field, requests) => {
		expect((await start(field)).error).toBeUndefined();
		expect(pylon.sim.requests).toHaveLength(requests);
	});

	test('one that an integration may fill in: starts, and the log warns', async () => {
		const { error, log } = await start('record.custom_fields.account.hubspot.teir');
		expect(error).toBeUndefined();
		expect(log).toMatchObject([
			{ level: 'warn', message: expect.stringContaining('hubspot.teir') },
		]);
	});

	test('each custom field of the workspace starts', async () => {
		for (const kind of ['issue', 'account', 'contact']) {
			const slugs = pylon.sim.state.customFields
				.newestFirst()
				.filter(({ object_type }) => object_type === kind)
				.map(({ slug }) => slug);
			expect(slugs.length).toBeGreaterThan(0);
			for (const slug of slugs)
				expect([slug, (await start(`record.custom_fields.${slug}`, {}, kind)).error]).toEqual([
					slug,
					undefined,
				]);
		}
	});

	test.each<Record<string, string>>([
		{ apiToken: '' },
		{ apiToken: 'wrong' },
		{ baseUrl: 'http://127.0.0.1:1' },
	])('Pylon cannot be asked for custom fields: starts: %j', async (changes) => {
		const credentials = { ...pylon.credentials, ...changes };
		expect((await start('record.custom_fields.nothing', { credentials })).error).toBeUndefined();
		expect((await start('record.nothing', { credentials })).error?.message).toContain(
			'record.nothing',
		);
	});
});

test("does not start with the output 'Selected Fields' and no field", async () => {
	const parameters = { fetchRecord: 'issue', output: 'selected', selectedFields: ' , ' };
	const { error } = await activateTrigger({ node, parameters, credentials: SIGNING });
	expect(error?.message).toBe("'Fields' is empty");
});
