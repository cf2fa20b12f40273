import { withPylon } from '../../../support/pylon';
import { withVirtualTime } from '../../shared/client/support/virtualTime';
import { ask, closeAll, reviewNode } from './support';

const pylon = withPylon();
const time = withVirtualTime();
afterEach(async () => {
	await closeAll();
});

const HOUR_MS = 3_600_000;
const limit = (values: Record<string, unknown>) => ({ limitWaitTime: { values } });
const oneHour = limit({ limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'hours' });

test.each([
	[{ limitType: 'afterTimeInterval', resumeAmount: 30, resumeUnit: 'minutes' }, HOUR_MS / 2],
	[{ limitType: 'afterTimeInterval', resumeAmount: '1.5', resumeUnit: 'days' }, 36 * HOUR_MS],
	[{ resumeAmount: 2 }, 2 * HOUR_MS],
])('waits as long as %j says', async (values, ms) => {
	const { waitTill, note } = await ask(pylon, { parameters: { options: limit(values) as never } });
	expect(waitTill.getTime()).toBe(time.now() + ms);
	expect(note).toContain('Answer until ');
});

test('waits until a date and time, in the time zone of the workflow', async () => {
	const { waitTill } = await ask(pylon, {
		parameters: {
			options: limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2099-01-02T03:04' }) as never,
		},
	});
	expect(waitTill.toISOString()).toBe('2099-01-02T03:04:00.000Z');
});

test('nobody answers: all items go on as timed out, linked, and never as approved', async () => {
	const earlier = { approved: true, answeredAt: '2026-01-01T00:00:00.000Z' };
	const { timeOut } = await ask(pylon, {
		inputs: [
			{ key: 'first', data: earlier },
			{ key: 'second', data: earlier },
		],
		parameters: { options: oneHour as never },
	});
	const { outputs, error } = await timeOut();
	expect(error).toBeUndefined();
	expect(outputs.Pylon[0].map(({ json }) => json)).toEqual([
		{ key: 'first', data: { approved: false, timedOut: true } },
		{ key: 'second', data: { approved: false, timedOut: true } },
	]);
	expect(outputs.Next[0].map(({ json }) => json.value)).toEqual(['first', 'second']);
	// The node before has put out what it has put out.
	expect(outputs.Start[0].map(({ json }) => json.data)).toEqual([earlier, earlier]);
});

test('nobody answers a review: the tool call is refused, whatever the item holds', async () => {
	const call = { tool: 'Merge_accounts', toolParameters: { keep: 'a' } };
	const earlier = { approved: true, chatInput: 'Go on' };
	const { timeOut, note } = await ask(pylon, {
		type: reviewNode,
		inputs: [{ ...call, ...earlier, data: earlier }],
		parameters: { options: oneHour as never },
	});
	expect(note).toContain('<b>Tool:</b> Merge_accounts');
	const { outputs } = await timeOut();
	expect(outputs.Pylon[0].map(({ json }) => json)).toEqual([
		{ ...call, data: { approved: false, timedOut: true } },
	]);
});

test('nobody answers, and the node is to fail: it does', async () => {
	const { timeOut } = await ask(pylon, {
		parameters: { options: { ...oneHour, onTimeout: 'fail' } as never },
	});
	const { error, outputs } = await timeOut();
	expect(error?.message).toContain('Nobody answered the question in issue #101');
	expect(outputs.Next).toBeUndefined();
});

test('nobody answers, the node is to fail, and the workflow may go on: an item with the error', async () => {
	const { timeOut } = await ask(pylon, {
		parameters: { options: { ...oneHour, onTimeout: 'fail' } as never },
		onError: 'continueRegularOutput',
	});
	const { outputs } = await timeOut();
	expect(outputs.Pylon[0].map(({ json }) => json)).toEqual([
		{ error: expect.stringContaining('Nobody answered the question') },
	]);
});

test('answered in time, a node that is to fail does not', async () => {
	const { links, call, resumed } = await ask(pylon, {
		parameters: { options: { ...oneHour, onTimeout: 'fail' } as never },
	});
	await call(links.Approve, { answer: 'approve' });
	expect(resumed[0].error).toBeUndefined();
	expect(resumed[0].outputs.Next[0][0].json).toEqual({ value: 'first' });
});

test('an answer after the limit is too late, though n8n has not gone on yet', async () => {
	const { links, call, resumed } = await ask(pylon, { parameters: { options: oneHour as never } });
	time.advance(HOUR_MS);
	const late = await call(links.Approve, { answer: 'approve' });
	expect(late.status).toBe(410);
	expect(late.body).toContain('Too late');
	expect(resumed).toEqual([]);
});
