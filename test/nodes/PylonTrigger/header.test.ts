import {
	deliverTo,
	expectRefusal,
	HEADER_SECRET,
	PAYLOAD,
	PREVIOUS_HEADER_SECRET,
	credentials,
	signed,
} from './support/deliveries';

const switchedOn = { useWithTrigger: true, verifyByHeader: true };
const parameters = { verification: 'header', headerName: 'X-Proof' };
const call = (headers: Record<string, string | string[]>, more = {}) =>
	deliverTo({ parameters, headers, ...more });

test.each([HEADER_SECRET, PREVIOUS_HEADER_SECRET])(
	'the header with a secret starts the workflow: %s',
	async (secret) => {
		expect((await call({ 'x-proof': secret })).workflowData?.[0][0].json.body).toEqual(
			JSON.parse(PAYLOAD),
		);
	},
);

test('a secret with letters of any language', async () => {
	const secret = 'Schlüssel ✓';
	const headers = { 'X-PROOF': Buffer.from(secret).toString('latin1') };
	expect(
		(await call(headers, { credentials: { ...credentials, webhookHeaderSecret: ` ${secret}\n` } }))
			.status,
	).toBe(200);
});

const { 'x-pylon-signature': signature } = signed(PAYLOAD);

test.each<[string, Record<string, string | string[]>]>([
	['noHeader', {}],
	['noHeader', { 'x-proof': '' }],
	['noHeader', { 'x-pylon-signature': signature }],
	['noHeader', { 'x-other': HEADER_SECRET }],
	['headerRepeated', { 'x-proof': [HEADER_SECRET, HEADER_SECRET] }],
	['headerRepeated', { 'x-proof': ['other', HEADER_SECRET] }],
	['otherHeader', { 'x-proof': 'other' }],
	['otherHeader', { 'x-proof': HEADER_SECRET.slice(1) }],
	['otherHeader', { 'x-proof': `${HEADER_SECRET}, ${HEADER_SECRET}` }],
	['otherHeader', { 'x-proof': `Bearer ${HEADER_SECRET}` }],
	['otherHeader', { 'x-proof': credentials.webhookSecret }],
	['otherHeader', { 'x-proof': HEADER_SECRET.toUpperCase() }],
])('%s: %j', async (check, headers) => {
	expectRefusal(await call(headers), 401, check);
});

test.each([
	['noHeaderSecret', { ...switchedOn, webhookSecret: 'signing' }, parameters],
	['triggerSwitchedOff', { ...credentials, useWithTrigger: false }, parameters],
	['headerSwitchedOff', { ...credentials, verifyByHeader: false }, parameters],
	['triggerSwitchedOff', { ...credentials, useWithTrigger: false }, {}],
	[
		'noHeaderSecret',
		{ ...switchedOn, webhookHeaderSecret: '', previousWebhookHeaderSecret: PREVIOUS_HEADER_SECRET },
		parameters,
	],
	['noHeaderName', credentials, { ...parameters, headerName: ' ' }],
])('%s', async (check, data, given) => {
	const headers = { ...signed(PAYLOAD), 'x-proof': PREVIOUS_HEADER_SECRET };
	expectRefusal(await call(headers, { credentials: data, parameters: given }), 401, check);
});

test('where the signature is wanted, the header is worth nothing', async () => {
	expectRefusal(await deliverTo({ headers: { 'x-proof': HEADER_SECRET } }), 401, 'missing');
});

test('without verification everything is taken that is a payload', async () => {
	const open = { parameters: { verification: 'none' }, headers: {} };
	expect((await deliverTo(open)).workflowData).toHaveLength(1);
	expectRefusal(await deliverTo({ ...open, rawBody: '{' }), 400, 'notJson', '{');
});
