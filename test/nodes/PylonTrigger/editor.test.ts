import { deliverTo, PAYLOAD, signed } from './deliveries';

const call = (rawBody: string, more = {}) => deliverTo({ rawBody, mode: 'manual', ...more });

test.each([
	['{"event":"issue_created","issue_id":"{{issue.id}}"}', "'issue_id' still holds {{issue.id}}"],
	['{"event":"issue_created"}', "no 'issue_id'"],
	['{"event":"issue_created","issue_id":[]}', "'issue_id' is a list"],
	['{"title":"He said "hi""}', 'holds a quote or a line break'],
	['', 'The body is empty'],
])('while testing, an unusable payload is answered 400 and shown in the editor: %s', async (rawBody, words) => {
	const { status, body, thrown, workflowData } = await call(rawBody);
	expect({ status, workflowData }).toEqual({ status: 400 });
	expect(body).toEqual({ message: expect.stringContaining(words) });
	expect(thrown).toMatchObject({ name: 'NodeOperationError', message: expect.stringContaining(words) });
});

test.each([{}, { 'x-pylon-signature': 'forged' }, signed(PAYLOAD, 'another-secret')])(
	'a call without a valid check shows nothing there: %j',
	async (headers) => {
		const { status, thrown, workflowData, log } = await call(PAYLOAD, { headers });
		expect({ status, thrown, workflowData }).toEqual({ status: 401 });
		expect(log).toMatchObject([{ level: 'warn' }]);
	},
);
