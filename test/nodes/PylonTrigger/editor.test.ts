import { credentials, deliverTo, PAYLOAD, secretsOf, signed } from './support/deliveries';

const call = (rawBody: string, more = {}) => deliverTo({ rawBody, mode: 'manual', ...more });

test.each([
	['{"event":"issue_created","issue_id":"{{issue.id}}"}', "'issue_id' still contains {{issue.id}}"],
	['{"event":"issue_created"}', "no 'issue_id'"],
	['{"event":"issue_created","issue_id":[]}', "'issue_id' is a list"],
	['{"title":"He said "hi""}', 'contains a quote or a line break'],
	['', 'The body is empty'],
])(
	'while testing, an unusable payload is answered 400 and shown in the editor: %s',
	async (rawBody, words) => {
		const { status, body, thrown, workflowData } = await call(rawBody);
		expect({ status, workflowData }).toEqual({ status: 400 });
		expect(body).toEqual({ message: expect.stringContaining(words) });
		expect(thrown).toMatchObject({
			name: 'NodeOperationError',
			description: expect.stringContaining('answered with status 400'),
		});
		const { message, description } = thrown as { message: string; description: string };
		expect(message).not.toMatch(/\n|\.$/);
		expect(message.length).toBeLessThan(120);
		expect(`${message}. ${description}`).toContain(words);
	},
);

describe('a call that does not pass the check', () => {
	const byHeader = { parameters: { verification: 'header', headerName: 'X-Proof' } };
	const pretty = JSON.stringify(JSON.parse(PAYLOAD), null, 2);
	const cases: Array<
		[
			check: string,
			headline: string,
			advice: RegExp,
			more: Partial<Parameters<typeof deliverTo>[0]>,
		]
	> = [
		[
			'missing',
			'The X-Pylon-Signature header is missing',
			/something other than Pylon/,
			{ headers: {} },
		],
		['repeated', 'sent more than once', /proxy/, { headers: { 'x-pylon-signature': ['a', 'b'] } }],
		[
			'malformed',
			'not 64 lowercase hexadecimal digits',
			/something other than Pylon/,
			{ headers: { 'x-pylon-signature': 'forged' } },
		],
		[
			'mismatch',
			'The signature does not match the body',
			/Copy the secret of the webhook with this URL again/,
			{ headers: signed(PAYLOAD, 'another-secret') },
		],
		[
			'mismatch',
			'The signature does not match the body',
			/./,
			{ headers: signed(PAYLOAD.replace('created', 'updated')) },
		],
		[
			'rewritten',
			'The body was changed on the way',
			/The secret is right/,
			{ rawBody: pretty, headers: signed(PAYLOAD) },
		],
		[
			'rewritten',
			'The body was changed on the way',
			/The secret is right/,
			{ headers: signed(pretty) },
		],
		[
			'rewritten',
			'The body was changed on the way',
			/The secret is right/,
			{ rawBody: `${PAYLOAD}\n`, headers: signed(PAYLOAD) },
		],
		[
			'noSecret',
			'has no webhook signing secret',
			/'Webhook Signing Secret'/,
			{ credentials: { ...credentials, webhookSecret: '' } },
		],
		['noHeader', "'Header Name' is missing", /custom header/, { ...byHeader, headers: {} }],
		[
			'otherHeader',
			'does not contain the secret',
			/exactly the value/,
			{ ...byHeader, headers: { 'x-proof': 'other' } },
		],
	];

	test.each(cases)(
		'while testing is answered 401, and the editor shows why: %s (%s)',
		async (check, headline, advice, more) => {
			const { status, body, thrown, workflowData, log } = await call(PAYLOAD, more);
			expect({ status, body, workflowData }).toEqual({
				status: 401,
				body: { message: expect.stringContaining('could not be verified as a call from Pylon') },
			});
			expect(thrown).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringContaining(headline),
				description: expect.stringMatching(advice),
			});
			expect((thrown as Error).message).not.toMatch(/\n|\.$/);
			expect(log).toMatchObject([{ level: 'warn', meta: { check } }]);
			const told = JSON.stringify([
				body,
				log,
				(thrown as Error).message,
				(thrown as { description: string }).description,
			]);
			for (const secret of secretsOf(credentials)) expect(told).not.toContain(secret);
		},
	);

	test.each(cases)(
		'in a published workflow is answered the same, and nothing is thrown: %s',
		async (_, __, ___, more) => {
			const { status, body, thrown, workflowData } = await call(PAYLOAD, {
				...more,
				mode: 'webhook',
			});
			expect({ status, thrown, workflowData }).toEqual({ status: 401 });
			expect(body).toEqual({
				message:
					'This call could not be verified as a call from Pylon. The log of n8n says which check failed.',
			});
		},
	);

	test('of a large body, it is not looked for whether it was changed on the way', async () => {
		const small = JSON.stringify({ event: 'my_own', text: 'x'.repeat(99_000) });
		const large = JSON.stringify({ event: 'my_own', text: 'x'.repeat(100_000) });
		const checks: unknown[] = [];
		for (const text of [small, large]) {
			const { log } = await call(JSON.stringify(JSON.parse(text), null, 2), {
				headers: signed(text),
			});
			checks.push((log[0].meta as { check: string }).check);
		}
		expect(checks).toEqual(['rewritten', 'mismatch']);
	});

	test('a published workflow does not look for the reason of a signature that does not fit', async () => {
		const { log } = await call(pretty, { headers: signed(PAYLOAD), mode: 'webhook' });
		expect(log).toMatchObject([{ meta: { check: 'mismatch' } }]);
	});
});

test('a condition on a field that the payload does not have is shown', async () => {
	const parameters = {
		conditions: { condition: [{ field: 'prioritty', operator: 'equals', value: 'high' }] },
	};
	const { status, body, thrown, workflowData } = await call(PAYLOAD, { parameters });
	const note =
		"The payload has no 'prioritty', which 'Conditions' uses: add it to the payload template of the Pylon trigger.";
	expect({ status, body, workflowData }).toEqual({
		status: 200,
		body: { message: expect.stringContaining('does not meet'), note },
	});
	expect(thrown).toMatchObject({ name: 'NodeOperationError', description: note });
});

test('settings that cannot be used when a call comes are shown, and why', async () => {
	const parameters = {
		conditions: { condition: [{ field: 'state', operator: 'equals', value: '={{ undefined }}' }] },
	};
	const { status, thrown, workflowData } = await call(PAYLOAD, { parameters });
	expect({ status, workflowData }).toEqual({ status: 503 });
	expect(thrown).toMatchObject({
		name: 'NodeOperationError',
		message: 'The parameters of the node could not be used',
		description: expect.stringContaining("Cause: 'Condition 1' of 'Conditions' has no 'Value'."),
	});
});
