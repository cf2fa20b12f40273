import { startSimulatedPylon, type FaultRule } from '../../../sandbox/pylon';
import { ready } from '../../../sandbox/pylon/router';
import { asker } from '../../../scripts/live/ask';
import { reads } from '../../../scripts/live/requests';
import { withPylon } from '../../support/pylon';
import { lineAbout, runLive } from './support';

const pylon = withPylon();

const refusal = (errors: string[], code?: string) => ({ errors, request_id: 'r', code });

const HEADER = 'the header x-pylon-request-id is not the request_id of the body';

test('a right that the token lacks is no difference', async () => {
	pylon.sim.faults.add({
		kind: 'status',
		operationId: 'getAuditLogs',
		status: 403,
		body: refusal(['Permission denied'], 'permission_denied'),
	});
	const run = await runLive(pylon.sim);
	expect(lineAbout(run, 'GET', '/audit-logs')).toBe(
		`403 not allowed: code permission_denied; Permission denied; ${HEADER}`,
	);
	const { length } = pylon.sim.requests;
	expect(run.output).toContain(
		`Requests: ${length}, of these ${length - 1} as assumed, 1 not allowed.`,
	);
	expect(run.code).toBe(0);
});

const REFUSED: Array<[string, FaultRule, string]> = [
	[
		"Pylon's own words",
		{ kind: 'status', status: 400 },
		'400 refused: Simulated fault: status 400',
	],
	[
		'what broke within Pylon, without words that may be about records',
		{ kind: 'status', status: 500 },
		'500 refused',
	],
	['a status that openapi.yaml does not declare', { kind: 'status', status: 503 }, '503 refused'],
	["a proxy's 403", { kind: 'html', status: 403 }, '403 refused: a web page instead of JSON'],
	[
		'a redirect',
		{ kind: 'status', status: 302, headers: { location: '/elsewhere' }, body: '' },
		'302 refused: sends on to another address (not followed); an empty body instead of JSON',
	],
	['a broken connection', { kind: 'reset' }, '- no answer: ECONNRESET'],
	[
		'the token and line breaks in the words',
		{ kind: 'status', status: 400, body: refusal(['Bad\n"simulated-us-token"']) },
		`400 refused: Bad "(token)"; ${HEADER}`,
	],
	[
		'another shape of refusal',
		{ kind: 'status', status: 400, body: { request_id: 'r', error: 'x' } },
		`400 refused: errors is missing; ${HEADER}; unknown: error`,
	],
];

test.each(REFUSED)('%s', async (_, fault, expected) => {
	pylon.sim.faults.add({ ...fault, operationId: 'getMacros' });
	const run = await runLive(pylon.sim);
	expect(lineAbout(run, 'GET', '/macros')).toBe(expected);
	expect(run.json.findings).toHaveLength(pylon.sim.requests.length);
	expect(pylon.sim.requests.map(({ operationId }) => operationId)).not.toContain(undefined);
	expect(run.output).toContain(
		'Not checked: GET  /macros/{id} (no record came to take an ID from)',
	);
	expect(run.code).toBe(1);
	expect(run.file).not.toContain(pylon.sim.tokens.us);
});

test('what is said about one record is not shown: its ID may stand in it', async () => {
	pylon.sim.faults.add({
		kind: 'status',
		operationId: 'getTask',
		status: 404,
		body: refusal(['No task SECRET'], 'not_found'),
	});
	const run = await runLive(pylon.sim);
	expect(lineAbout(run, 'GET', '/tasks/{id}')).toBe(`404 refused: code not_found; ${HEADER}`);
	expect(run.output + run.file).not.toContain('SECRET');
});

describe('rate limits', () => {
	test('waits as told, and the answer after it counts', async () => {
		pylon.sim.faults.add({
			kind: 'rate-limited',
			operationId: 'getTeams',
			waitMs: 12_000,
			nth: [1, 2],
		});
		const run = await runLive(pylon.sim);
		expect(run.waits).toEqual([12_000, 12_000]);
		expect(run.output.match(/^GET {2}\/teams .* 429 .*waiting 12 s, as told$/gm)).toHaveLength(2);
		expect(run.output).toMatch(/Requests: (\d+), of these \1 as assumed\./);
		expect(run.json.rateLimitHeaders).toEqual([
			'retry-after',
			'x-rate-limit-remaining',
			'x-retry-after',
		]);
		expect(run.code).toBe(0);
	});

	const GIVEN_UP: Array<[string, FaultRule, number, string]> = [
		[
			'three times at most',
			{ kind: 'rate-limited', waitMs: 5000 },
			3,
			'it asks to wait after 3 waits',
		],
		[
			'90 s at most',
			{ kind: 'rate-limited', waitMs: 91_000 },
			0,
			'it asks to wait 91 s, longer than this check does',
		],
		[
			'not without being told how long',
			{ kind: 'status', status: 429 },
			0,
			'it does not say how long to wait',
		],
	];

	test.each(GIVEN_UP)('%s', async (_, fault, waits, expected) => {
		pylon.sim.faults.add({ ...fault, operationId: 'getSurveys' });
		const run = await runLive(pylon.sim);
		expect(run.waits).toHaveLength(waits);
		const finding = run.json.findings.find(({ path }) => path === '/surveys');
		expect(finding).toMatchObject({
			verdict: 'refused',
			status: 429,
			differences: expect.arrayContaining([expected]),
		});
		expect(run.code).toBe(1);
	});
});

describe('stops at once', () => {
	test.each([
		[
			'an unknown token',
			{ PYLON_API_TOKEN: 'another' },
			'invalid_api_token',
			'Pylon does not know this API token. An admin can',
		],
		[
			'a token of the other region',
			{ PYLON_API_TOKEN: 'simulated-eu-token' },
			'wrong_region_token',
			'This API token belongs to the other Pylon region. ',
		],
	])('%s', async (_, env, code, words) => {
		const run = await runLive(pylon.sim, env);
		expect(run.output).toContain(`refused: code ${code}`);
		expect(run.output).toContain(`Stopped: ${words}`);
		expect(pylon.sim.requests).toHaveLength(1);
		expect(run.code).toBe(1);
		expect(run.output + run.file).not.toContain(env.PYLON_API_TOKEN);
	});

	test('a token that is taken back on the way', async () => {
		pylon.sim.faults.add({
			kind: 'status',
			operationId: 'getContacts',
			status: 401,
			body: refusal(['Gone'], 'unheard_of'),
		});
		const run = await runLive(pylon.sim);
		expect(run.output).toContain('Stopped: The API token was not accepted.');
		expect(pylon.sim.requests.at(-1)?.operationId).toBe('getContacts');
		expect(run.code).toBe(1);
	});

	test.each<[string, FaultRule, string]>([
		['a web page', { kind: 'html', status: 200 }, 'This does not look like the address of an API.'],
		['a broken connection', { kind: 'reset' }, 'The address does not answer.'],
	])('%s where the first answer should be', async (_, fault, words) => {
		pylon.sim.faults.add({ ...fault, operationId: 'getMe' });
		const run = await runLive(pylon.sim);
		expect(run.output).toContain(`Stopped: ${words}`);
		expect(pylon.sim.requests).toHaveLength(1);
		expect(run.code).toBe(1);
	});
});

test('a request that is not answered in time ends', async () => {
	await ready;
	const silent = await startSimulatedPylon({ faults: [{ kind: 'never-answer' }] });
	const [me] = reads;
	const answer = await asker(
		silent.url,
		silent.tokens.us,
		50,
	)({ read: me, path: me.path, query: {} });
	await silent.close();
	expect(answer).toEqual({ code: 'ECONNABORTED', ms: expect.any(Number) });
});
