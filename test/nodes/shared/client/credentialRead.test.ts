import { ExpressionError, OperationalError, UserError } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();
const time = withVirtualTime();
afterEach(() => {
	jest.restoreAllMocks();
});

const createTag = {
	resource: 'tag',
	operation: 'create',
	tagName: '={{ $json.tag }}',
	objectType: 'issue',
};
const original = TestCredentialsHelper.prototype.getDecrypted;

/** What n8n's database throws; n8n itself reads the credential once before the node's items do. */
function databaseFails(errors: Array<Error | undefined>) {
	let reads = 0;
	return jest
		.spyOn(TestCredentialsHelper.prototype, 'getDecrypted')
		.mockImplementation(async function (this: TestCredentialsHelper, ...args) {
			const error = errors[reads++ - 1];
			if (error !== undefined) throw error;
			return await original.apply(this, args);
		});
}

const causes = [
	new Error('timeout exceeded when trying to connect'),
	new Error('Connection terminated unexpectedly'),
	Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
	Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
		code: 'ECONNREFUSED',
		syscall: 'connect',
	}),
];

test.each(causes)('a create is sent when the database is back: %s', async (cause) => {
	databaseFails([cause, cause]);
	const { items, error } = await runPylon(pylon.credentials, createTag, [{ tag: 'vip' }]);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(time.waits).toEqual([500, 1000]);
	expect(pylon.sim.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /tags']);
});

test.each(causes)(
	'it stays away: nothing was sent, and that is what is said: %s',
	async (cause) => {
		databaseFails(Array.from({ length: 20 }, () => cause));
		const { items } = await runPylon(pylon.credentials, createTag, [{ tag: 'vip' }], {
			onError: 'continueRegularOutput',
		});
		expect(errorOf(items[0])?.message).toBe(
			`n8n's database did not answer, so nothing was sent to Pylon (${cause.message})`,
		);
		expect(errorOf(items[0])).not.toHaveProperty('maybeProcessed');
		expect(pylon.sim.requests).toEqual([]);
		expect(time.waits).toHaveLength(3);
	},
);

test.each([
	[new UserError('Credential with ID "7" does not exist')],
	[new OperationalError('Credentials could not be decrypted.')],
	[new ExpressionError('Cannot read the variable $vars.token')],
])("n8n's own refusal is told as it is, and not repeated: %s", async (refusal) => {
	const reads = databaseFails([refusal]);
	const { error } = await runPylon(pylon.credentials, createTag, [{ tag: 'vip' }]);
	expect(error?.message).toContain(refusal.message);
	expect(error?.message).not.toContain('database');
	expect(reads).toHaveBeenCalledTimes(2);
	expect(time.waits).toEqual([]);
	expect(pylon.sim.requests).toEqual([]);
});

test('an item reads the credential once, for all of its requests and tries', async () => {
	const reads = databaseFails([]);
	pylon.sim.faults.add({ kind: 'status', status: 503, nth: [1, 2] });
	await runPylon(pylon.credentials, getContact(seedIds.contacts.ada), [{}, {}, {}]);
	expect(pylon.sim.requests).toHaveLength(5);
	// And n8n once for all of them.
	expect(reads).toHaveBeenCalledTimes(4);
});

test('items may have credentials of their own', async () => {
	let reads = 0;
	jest.spyOn(TestCredentialsHelper.prototype, 'getDecrypted').mockImplementation(async function (
		this: TestCredentialsHelper,
		...args
	) {
		return {
			...(await original.apply(this, args)),
			apiToken: reads++ % 2 === 0 ? 'unknown' : pylon.sim.tokens.us,
		};
	});
	const { items } = await runPylon(pylon.credentials, getContact(seedIds.contacts.ada), [{}, {}], {
		onError: 'continueRegularOutput',
	});
	expect(items.map((item) => errorOf(item)?.code)).toEqual([undefined, 'invalid_api_token']);
});

const oneAtATime = { ...createTag, requestOptions: { concurrency: 1 } };
const tags = [{ tag: 'a' }, { tag: 'b' }, { tag: 'c' }];

test('the item whose turn comes next reads its credential meanwhile', async () => {
	const sentBefore: number[] = [];
	jest.spyOn(TestCredentialsHelper.prototype, 'getDecrypted').mockImplementation(async function (
		this: TestCredentialsHelper,
		...args
	) {
		sentBefore.push(pylon.sim.requests.length);
		return await original.apply(this, args);
	});
	const { items } = await runPylon(pylon.credentials, oneAtATime, tags);
	expect(items.map(({ json }) => json.value)).toEqual(['a', 'b', 'c']);
	// n8n itself, and then each item.
	expect(sentBefore).toEqual([0, 0, 0, 1]);
});

test('a credential that cannot be read is the error of its item alone', async () => {
	const refusal = new UserError('Credential with ID "7" does not exist');
	const reads = databaseFails([undefined, refusal]);
	const { items } = await runPylon(pylon.credentials, oneAtATime, tags, {
		onError: 'continueRegularOutput',
	});
	expect(items.map(({ json }) => json.value)).toEqual(['a', undefined, 'c']);
	expect(errorOf(items[1])?.message).toContain(refusal.message);
	expect(reads).toHaveBeenCalledTimes(4);
});

test('without continue-on-fail, the items before it are done, and those after it are not sent', async () => {
	databaseFails([undefined, new UserError('Credential with ID "7" does not exist')]);
	const { error } = await runPylon(pylon.credentials, oneAtATime, tags);
	expect(error?.message).toContain('does not exist');
	expect(pylon.sim.requests).toHaveLength(1);
});
