import { ExecuteSingleContext } from 'n8n-core';
import { seedIds } from '../../../../sandbox/pylon';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { getContact, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();
const { serve } = withLoopback();
const time = withVirtualTime();
const lines: string[] = [];
beforeEach(() => {
	lines.length = 0;
	const info = (line: string) => void lines.push(line);
	jest.spyOn(ExecuteSingleContext.prototype, 'logger', 'get').mockReturnValue({
		debug: () => {},
		info,
		warn: () => {},
		error: () => {},
	} as unknown as ExecuteSingleContext['logger']);
});
afterEach(() => jest.restoreAllMocks());

test.each([
	[9, []],
	[
		10,
		[
			"Pylon's limit of calls to GET /contacts/{contactId} is reached (300 a minute according to its documentation): the node 'Pylon' waits 10 s",
		],
	],
])('a wait of %d s in the log of n8n: told once, whoever waits', async (seconds, expected) => {
	pylon.sim.faults.add({
		kind: 'status',
		status: 429,
		headers: { 'X-Retry-After': String(seconds) },
		nth: [1, 2, 3],
	});
	const inputs = [{}, {}, {}];
	const { items } = await runPylon(pylon.credentials, getContact(seedIds.contacts.ada), inputs);
	expect(items).toHaveLength(3);
	expect(time.waits.filter((ms) => ms >= seconds * 1000)).toHaveLength(3);
	expect(lines).toEqual(expected);
});

test("a wait for another host, from which a file comes: the log does not take it for Pylon's limit", async () => {
	const { url, requests } = await serve((_, response) => {
		if (requests.length > 1) response.writeHead(200).end('picture');
		else response.writeHead(429, { 'Retry-After': '30' }).end();
	});
	const { error } = await runPylon(pylon.credentials, {
		resource: 'attachment',
		operation: 'download',
		fileUrl: `${url}/a.png`,
		options: { onlyFromPylon: false },
	});
	expect(error).toBeUndefined();
	expect(lines).toEqual([
		`${url} refuses further calls to GET /a.png for now (status 429): the node 'Pylon' waits 30 s`,
	]);
});
