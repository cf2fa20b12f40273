import { createIssue, errorOf, runPylon } from '../../shared/client/support/run';
import { withPylon } from '../../../support/pylon';
import { batching, shortBeats, turn } from './support/preparing';

const pylon = withPylon();
afterEach(() => jest.restoreAllMocks());

const titles = (count: number, wrong: number, title: string | null) =>
	Array.from({ length: count }, (_, index) => ({
		title: index === wrong ? title : `Issue ${index}`,
	}));

test.each([
	[0, {}],
	[45, {}],
	[59, {}],
	// Without a pause, most checks are still to come when n8n has prepared all items.
	[59, { requestOptions: { timeout: 5000 } }],
	[0, batching(20, 11)],
])(
	'wrong input of item %d with %j ends the run, and n8n sees its error first of all',
	async (wrong, requestOptions) => {
		const unseen: unknown[] = [];
		const note = (reason: unknown) => unseen.push(reason);
		process.on('unhandledRejection', note);
		const inputs = titles(60, wrong, '');
		const parameters = { ...createIssue(), ...requestOptions };
		const { error } = await runPylon(pylon.credentials, parameters, inputs);
		await turn();
		process.off('unhandledRejection', note);
		expect(error?.message).toBe(`'Title' is empty [item ${wrong}]`);
		expect(unseen).toEqual([]);
		expect(pylon.sim.requests).toEqual([]);
	},
);

test('an item of a later batch that n8n cannot prepare: the items before end, and nothing is sent', async () => {
	const { count } = shortBeats();
	const unseen: unknown[] = [];
	const note = (reason: unknown) => unseen.push(reason);
	process.on('unhandledRejection', note);
	const beats = shortBeats();
	const inputs = titles(60, 45, null);
	inputs[3].title = '';
	const { error } = await runPylon(
		pylon.credentials,
		createIssue("={{ $json.title ?? $('Nowhere').item.json.title }}"),
		inputs,
	);
	expect(error?.message).toBe("Referenced node doesn't exist");
	// One second without another item, in beats of 50 ms: then the items end.
	while (beats.count < count + 20) await turn();
	for (let passed = 0; passed < 50; passed++) await turn();
	process.off('unhandledRejection', note);
	expect(unseen).toEqual([]);
	expect(pylon.sim.requests).toEqual([]);
});

test.each([3, 25, 59])(
	'with continue-on-fail, the others are sent without item %d, which n8n cannot prepare',
	async (wrong) => {
		const { items } = await runPylon(
			pylon.credentials,
			createIssue("={{ $json.title ?? $('Nowhere').item.json.title }}"),
			titles(60, wrong, null),
			{ onError: 'continueRegularOutput' },
		);
		expect(items.map((item, index) => item.json.title ?? index)).toEqual(
			titles(60, wrong, null).map(({ title }) => title ?? wrong),
		);
		expect(items[wrong].error?.message).toBe("Referenced node doesn't exist");
	},
);

test.each(['0', 'x'])(
	'an option that is wrong (%s) is told once n8n looks',
	async (concurrency) => {
		const unseen: unknown[] = [];
		const note = (reason: unknown) => unseen.push(reason);
		process.on('unhandledRejection', note);
		const parameters = { ...createIssue(), ...batching(2, 1) };
		Object.assign(parameters.requestOptions as object, { concurrency });
		const { error } = await runPylon(pylon.credentials, parameters, titles(6, -1, null));
		await turn();
		process.off('unhandledRejection', note);
		expect(error?.message).toContain("'Requests at Once' has to be a whole number");
		expect(unseen).toEqual([]);
		const { items } = await runPylon(pylon.credentials, parameters, titles(6, -1, null), {
			onError: 'continueRegularOutput',
		});
		expect(items.map((item) => errorOf(item)?.message)).toHaveLength(6);
	},
);
