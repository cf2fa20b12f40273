import { clock } from '../../../../nodes/shared/client/clock';
import { kinds } from '../../../../nodes/Pylon/records';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { searchList } from '../../../support/loadOptions';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();

const parameters = {
	accountId: byId(seedIds.accounts.globex),
	customObjectType: 'subscription',
	issueId: byId(seedIds.issues.globex),
	knowledgeBaseId: byId(seedIds.knowledgeBase),
	taskId: byId(seedIds.tasks.import),
};

const refusal = async (method: string, credentials = pylon.credentials, filter?: string) =>
	await searchList(new Pylon(), method, credentials, { parameters, filter }).then(
		() => 'nothing was refused',
		(error: Error) => error.message,
	);

const methods = kinds.map(({ listSearch }) => listSearch);

test.each(methods)('%s, Pylon is down: a sentence', async (method) => {
	pylon.sim.faults.add({ kind: 'status', status: 503 });
	expect(await refusal(method)).toMatch(/^Pylon [^\n]*\. [A-Z][^\n]*\.$/);
});

test.each([
	['a web page', { kind: 'html' as const, status: 200 }, /returned a web page, [^\n]*\. /],
	[
		'half an answer',
		{ kind: 'cut-off' as const, how: 'truncated' as const },
		/returned JSON that ends in the middle, [^\n]*\. /,
	],
	[
		'a broken connection',
		{ kind: 'reset' as const },
		/^The connection to Pylon broke before a response arrived \(ECONNRESET\)\. /,
	],
])('%s: a sentence', async (_, fault, sentence) => {
	pylon.sim.faults.add(fault);
	const message = await refusal('searchContacts');
	expect(message).toMatch(sentence);
	expect(message).not.toMatch(/\n|\bat \//);
});

test('an unknown token: a sentence', async () => {
	expect(await refusal('searchContacts', { ...pylon.credentials, apiToken: 'unknown' })).toMatch(
		/^Pylon does not know this API token\. /,
	);
});

test("a 404 that is not Pylon's, to the search for one record: a sentence", async () => {
	pylon.sim.faults.add({ kind: 'html', status: 404 });
	expect(await refusal('searchIssues', pylon.credentials, '101')).toMatch(
		/ has no endpoint \/issues\/101\. /,
	);
});

test('the token is not shown where an answer repeats it', async () => {
	pylon.sim.faults.add({
		kind: 'status',
		status: 400,
		body: { errors: [`Cannot read ${pylon.sim.tokens.us}`], request_id: 'r' },
	});
	expect(await refusal('searchContacts')).toMatch(
		/^Pylon refused the values: Cannot read \*\*\*\. /,
	);
});

describe('a slow Pylon', () => {
	afterEach(() => jest.restoreAllMocks());

	test('that answers in the end brings the list', async () => {
		pylon.sim.faults.add({ kind: 'delay', ms: 200 });
		expect((await searchList(new Pylon(), 'searchTeams', pylon.credentials)).results).toHaveLength(
			2,
		);
	});

	test('that does not answer: a sentence', async () => {
		jest.spyOn(clock, 'deadline').mockImplementation(() => AbortSignal.timeout(100));
		pylon.sim.faults.add({ kind: 'never-answer' });
		expect(await refusal('searchContacts')).toMatch(/^Pylon did not answer[^\n]*\. [A-Z][^\n]*\.$/);
	});
});
