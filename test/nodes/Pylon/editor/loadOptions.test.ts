import { loadOptions } from '../../../../nodes/Pylon/editor/loadOptions';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { openDropDown } from '../../../support/loadOptions';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const loopback = withLoopback();
const open = (method: string, credentials = pylon.credentials) =>
	openDropDown(new Pylon(), method, credentials);

test('every drop-down that is loaded has its method', () => {
	const named = [
		...JSON.stringify(new Pylon().description).matchAll(/"loadOptionsMethod":"(\w+)"/g),
	].map(([, name]) => name);
	expect([...new Set(named)].filter((name) => !(name in loadOptions))).toEqual([]);
	expect(Object.keys(loadOptions).filter((name) => !named.includes(name))).toEqual([]);
});

test('activity types by name', async () => {
	expect(await open('getActivityTypes')).toEqual([
		{ name: 'Plan changed', value: 'plan_changed' },
		{ name: 'Report exported', value: 'report_exported' },
	]);
	expect(pylon.sim.requests).toEqual([
		expect.objectContaining({ method: 'GET', path: '/activity-types', query: {} }),
	]);
});

test('issue statuses: those of the workspace without the archived ones, and the built-in ones', async () => {
	const values = (await open('getIssueStatuses')).map(({ value }) => value);
	expect(values).toEqual(
		expect.arrayContaining([
			'open',
			'waiting_on_you',
			'waiting_on_customer',
			'on_hold',
			'closed',
			'resolved',
			'escalated',
		]),
	);
	for (const archived of ['legacy_review', 'nar', 'won_t_fix'])
		expect(values).not.toContain(archived);
	expect(new Set(values).size).toBe(values.length);
});

test('without Pylon, the built-in statuses say why there are no others', async () => {
	const options = await open('getIssueStatuses', { ...pylon.credentials, apiToken: 'unknown' });
	expect(options.map(({ value }) => value).sort()).toEqual([
		'closed',
		'new',
		'on_hold',
		'waiting_on_customer',
		'waiting_on_you',
	]);
	for (const { description } of options) {
		expect(description).toMatch(
			/^Entries from your workspace are missing: Pylon does not know this API token\. An admin/,
		);
	}
});

describe('what the editor says when Pylon gives no list', () => {
	const refusal = async (credentials = pylon.credentials) =>
		await open('getActivityTypes', credentials).then(
			() => 'nothing was refused',
			(error: Error) => error.message,
		);

	test('unknown token', async () => {
		expect(await refusal({ ...pylon.credentials, apiToken: 'unknown' })).toMatch(
			/^Pylon does not know this API token\. An admin can create/,
		);
	});

	test('token of the other region', async () => {
		expect(await refusal({ ...pylon.credentials, apiToken: pylon.sim.tokens.eu })).toMatch(
			/^This API token belongs to the other Pylon region\. Point/,
		);
	});

	test('no base URL', async () => {
		expect(await refusal({ ...pylon.credentials, baseUrl: 'pylon' })).toMatch(
			/^'Base URL' of the Pylon credential cannot be used\. Open/,
		);
	});

	test('nobody answers', async () => {
		const gone = await loopback.nobody();
		expect(await refusal({ ...pylon.credentials, baseUrl: gone.url })).toMatch(
			/^Nothing answers at http/,
		);
	});

	test.each([
		['a web page', '<html></html>'],
		['other data', '{"data":{"id":"1"},"request_id":"x"}'],
	])('%s', async (words, body) => {
		const server = await loopback.serve((_, response) =>
			response.writeHead(200, { 'content-type': 'application/json' }).end(body),
		);
		expect(await refusal({ ...pylon.credentials, baseUrl: server.url })).toContain(
			`returned ${words}`,
		);
	});
});
