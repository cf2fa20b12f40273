import { seedIds } from '../../../sandbox/pylon';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { clock } from '../../../nodes/shared/client/clock';
import {
	bench,
	call,
	created,
	items,
	listen,
	on,
	record,
	sendsIssue,
} from './support/recordConditions';

const { carla } = seedIds.contacts;
const { token: own } = seedIds.users;
const MINUTE = 60_000;

let ahead = 0;
beforeEach(() => {
	ahead = 0;
	const { now } = clock;
	jest.spyOn(clock, 'now').mockImplementation(() => now() + ahead);
});
afterEach(() => jest.restoreAllMocks());

const askedFor = (path: string) =>
	bench.pylon.sim.requests.filter((request) => request.path === path).length;

const email = () => on('record.requester.email', 'equals', record('contacts', carla).email);

test('whose token it is, is asked again after an hour', async () => {
	await listen({ dropOwnEvents: true });
	for (const [minutes, count] of [
		[0, 1],
		[59, 1],
		[61, 2],
	]) {
		ahead = minutes * MINUTE;
		await call({ event: 'issue_updated', issue_id: 'i1', author_id: own });
		expect([minutes, askedFor('/me')]).toEqual([minutes, count]);
	}
	expect(items()).toEqual([]);
});

test('a person who has been looked up is looked up again after five minutes', async () => {
	await listen(email());
	sendsIssue();
	for (const [minutes, count] of [
		[0, 1],
		[4, 1],
		[6, 2],
	]) {
		ahead = minutes * MINUTE;
		await call({ ...created, minutes });
		expect([minutes, askedFor(`/contacts/${carla}`)]).toEqual([minutes, count]);
	}
	expect(items()).toHaveLength(3);
});

test('a look-up that failed is repeated with the next event', async () => {
	await listen(email());
	sendsIssue();
	const fault = bench.pylon.sim.faults.add({
		kind: 'status',
		status: 403,
		operationId: 'getContact',
	});
	await call(created);
	bench.pylon.sim.faults.remove(fault);
	await call({ ...created, again: true });
	expect(items().map(({ note }) => note)).toEqual([
		expect.stringContaining('could not be looked up'),
		undefined,
	]);
});

test('what one token was told, another one has to ask for itself', async () => {
	const node = new PylonTrigger();
	for (const [index, token] of ['us', 'readOnly'].entries()) {
		const apiToken = bench.pylon.sim.tokens[token as 'us'];
		await listen(email(), { node, credentials: { ...bench.pylon.credentials, apiToken } });
		sendsIssue();
		await call({ ...created, index });
		expect(items()).toHaveLength(1);
		expect(askedFor(`/contacts/${carla}`)).toBe(index + 1);
	}
});
