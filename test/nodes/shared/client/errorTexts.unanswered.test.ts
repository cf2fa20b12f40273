import type { INodeParameters } from 'n8n-workflow';
import { seedIds, type Fault } from '../../../../sandbox/pylon';
import type { CredentialData } from '../../../support/additionalData';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { createIssue, errorOf, getContact, listContacts, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();

const time = withVirtualTime();
const loopback = withLoopback();

const read = getContact(seedIds.contacts.ada);

const create = createIssue('t');

const maybeProcessed =
	'Pylon may have processed it anyway, so it was not sent again. Check in Pylon before you repeat it.';

async function errorFor(
	credentials: CredentialData,
	parameters: INodeParameters,
	requestOptions: INodeParameters = {},
) {
	const { items } = await runPylon(credentials, { ...parameters, requestOptions }, [{}], {
		onError: 'continueRegularOutput',
	});
	expect(items).toHaveLength(1);
	expect(items[0].pairedItem).toEqual({ item: 0 });
	return errorOf(items[0]);
}

const credentialFor = (baseUrl: string): CredentialData => ({
	region: 'custom',
	baseUrl,
	apiToken: 'any-token',
});

test('DNS: a name that does not exist', async () => {
	const error = await errorFor(credentialFor('https://nowhere.invalid'), read, { maxTries: 1 });
	expect(error).toEqual({
		message: 'The address of https://nowhere.invalid could not be found',
		description:
			"Check 'Base URL' of the credential, and whether this n8n can reach the internet (DNS).",
		code: expect.stringMatching(/^ENOTFOUND$|^EAI_AGAIN$/),
	});
});

test.each([
	['a read', read],
	['a create', create],
])('refused connection of %s', async (_, parameters) => {
	const { url: baseUrl } = await loopback.nobody();
	expect(await errorFor(credentialFor(baseUrl), parameters)).toEqual({
		message: `Nothing answers at ${baseUrl}`,
		description:
			"Check 'Base URL' of the credential, and whether a firewall or proxy keeps this n8n from reaching it.",
		code: 'ECONNREFUSED',
	});
});

test('https where only http is spoken', async () => {
	const other = await loopback.serve((_, response) => response.end('{}'));
	const baseUrl = `https://127.0.0.1:${other.port}`;
	const error = await errorFor(credentialFor(baseUrl), create);
	const code = error?.code ?? '';
	expect(code).toMatch(/^(EPROTO|ERR_SSL)/);
	expect(error).toEqual({
		message: `No secure connection to ${baseUrl} could be made (${code})`,
		description: "Check 'Base URL' of the credential, and whether there is a proxy in between.",
		code,
	});
	expect(time.waits).toEqual([]);
});

test('a certificate that nobody trusts', async () => {
	const other = await loopback.serveSelfSigned();
	expect(await errorFor(other.credentials, read)).toEqual({
		message: `The certificate of ${other.url} was not accepted (DEPTH_ZERO_SELF_SIGNED_CERT)`,
		description: "Check 'Base URL' of the credential, and whether there is a proxy in between.",
		code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
	});
	expect(other.requests).toEqual([]);
	expect(time.waits).toEqual([]);
});

const again = 'Try again; if it keeps breaking, check the network and any proxy in between.';

const lookAgain = 'Try again; if it happens again, check the network and any proxy in between.';

const lookForProxy = "Check 'Base URL' of the credential, and whether there is a proxy in between.";

const insteadOfRecord = (found: string) =>
	`http://pylon returned ${found}, but Pylon's API returns a record or a list`;

test.each<
	[string, Fault, { message: string; code?: string; description: string; noRequestId?: true }]
>([
	[
		'reset',
		{ kind: 'reset' },
		{
			message: 'The connection to Pylon broke before a response arrived (ECONNRESET)',
			code: 'ECONNRESET',
			description: again,
			noRequestId: true,
		},
	],
	[
		'an answer that breaks off',
		{ kind: 'cut-off', how: 'content-length' },
		{
			message: 'The connection to Pylon broke before a response arrived (ERR_BAD_RESPONSE)',
			code: 'ERR_BAD_RESPONSE',
			description: again,
			noRequestId: true,
		},
	],
	[
		'cut-off JSON',
		{ kind: 'cut-off' },
		{ message: insteadOfRecord('JSON that ends in the middle'), description: lookAgain },
	],
	[
		'an empty body',
		{ kind: 'empty-body' },
		{ message: insteadOfRecord('nothing'), description: lookAgain },
	],
	[
		'a web page',
		{ kind: 'html', status: 200 },
		{ message: insteadOfRecord('a web page'), description: lookForProxy },
	],
	[
		'plain text',
		{ kind: 'status', status: 200, body: 'OK' },
		{ message: insteadOfRecord('plain text'), description: lookForProxy },
	],
	[
		'JSON of somebody else',
		{ kind: 'status', status: 200, body: { hello: 'world' } },
		{ message: insteadOfRecord('JSON that is not from Pylon'), description: lookForProxy },
	],
])('%s', async (_, fault, { noRequestId, ...expected }) => {
	pylon.sim.faults.add(fault);
	for (const [parameters, isCreate] of [
		[read, false],
		[create, true],
	] as const) {
		pylon.sim.resetLog();
		const error = await errorFor(pylon.credentials, parameters);
		const requestId = noRequestId ? undefined : pylon.sim.requests.at(-1)?.requestId;
		const description = isCreate ? maybeProcessed : expected.description;
		expect({ ...error, message: error?.message.replace(pylon.sim.url, 'http://pylon') }).toEqual({
			...expected,
			description:
				requestId === undefined ? description : `${description} Pylon's request ID: ${requestId}.`,
			...(requestId === undefined ? {} : { requestId }),
			...(isCreate ? { maybeProcessed: true } : {}),
		});
		if (isCreate) expect(pylon.sim.requests).toHaveLength(1);
	}
});

test.each([
	[
		'a read',
		read,
		"Try again, or increase 'Timeout' under 'Request Options' in the node's settings.",
	],
	['a create', create, maybeProcessed],
])('%s that is never answered', async (_, parameters, description) => {
	pylon.sim.faults.add({ kind: 'never-answer' });
	const error = await errorFor(pylon.credentials, parameters, { timeout: 40, maxTries: 2 });
	expect(error).toMatchObject({
		message: 'Pylon did not answer in time',
		description,
		code: 'ETIMEDOUT',
	});
});

test.each([
	['an object', { id: 'x' }],
	['a string', 'none'],
])('a list whose data is %s', async (_, value) => {
	pylon.sim.faults.add({ kind: 'data', value });
	const error = await errorFor(pylon.credentials, listContacts());
	expect(error?.message).toBe(
		`${pylon.sim.url} returned other data, but Pylon's API returns a list`,
	);
	expect(error?.description).toContain(lookForProxy);
	expect(time.waits).toEqual([]);
});
