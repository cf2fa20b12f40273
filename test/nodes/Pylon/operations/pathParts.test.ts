import { withPylon } from '../../../support/pylon';
import { getContact, runPylon } from '../../shared/client/support/run';

const pylon = withPylon();

/** A server may decode a slash before it looks for the endpoint: nothing leads to another one. */
const LEAD_AWAY = [
	'..',
	'.',
	'../accounts/1',
	'a/../b',
	'..%2faccounts%2f1',
	'a%2F..%2Fb',
	'%2e%2e',
	'..\\x',
	'..%5Cx',
];

test.each(LEAD_AWAY)('as an ID: %s', async (value) => {
	const { error } = await runPylon(pylon.credentials, getContact(value));
	expect(error).toMatchObject({
		message: expect.stringContaining("'Contact' cannot be"),
		description: expect.any(String),
	});
	expect(pylon.sim.requests).toEqual([]);
});

test.each(LEAD_AWAY)("as a part of API Request's path: %s", async (value) => {
	const { error } = await runPylon(pylon.credentials, {
		resource: 'apiRequest',
		operation: 'send',
		path: `/issues/${value}/messages`,
	});
	expect(error).toMatchObject({
		message: expect.stringContaining("'Path' "),
		description: expect.any(String),
	});
	expect(pylon.sim.requests).toEqual([]);
});
