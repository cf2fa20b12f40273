import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { added, changed } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon, type RunOptions } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });
const loopback = withLoopback();

const { globex, initech, cedar } = seedIds.accounts;

const { carla } = seedIds.contacts;

const requestOptions = { maxTries: 1, concurrency: 20 };

const run = async (parameters: INodeParameters, inputs: IDataObject[], options: RunOptions = {}) =>
	await runPylon(pylon.credentials, { requestOptions, ...parameters }, inputs, options);

const methods = () => pylon.sim.requests.map(({ method }) => method);

const linked = (items: Array<{ pairedItem?: unknown }>) =>
	items.map(({ pairedItem }) => pairedItem);

/** Answers come in another order than the requests: the first ones late. */
const lateAnswers = (operationId: string) => {
	pylon.sim.faults.add({ kind: 'delay', ms: 30, operationId, nth: [1, 2] });
};

describe('items of one run that change a list of the same record', () => {
	const tags = (mode: string, value = '={{ $json.tag }}') => changed(mode as 'add', value);
	const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

	test('add to it: none undoes what another has added', async () => {
		lateAnswers('getIssue');
		const issue = pylon.sim.state.issues.get(seedIds.issues.globex)!;
		const { items, error } = await run(
			{
				resource: 'issue',
				operation: 'update',
				issueId: byId(issue.id),
				updateFields: { tags: tags('add') },
			},
			letters.map((tag) => ({ tag })),
		);
		expect(error).toBeUndefined();
		expect(linked(items)).toEqual(letters.map((_, item) => ({ item })));
		expect(pylon.sim.state.issues.get(issue.id)?.tags).toEqual([...issue.tags, ...letters]);
		expect(methods()).toEqual(letters.flatMap(() => ['GET', 'PATCH']));
	});

	test('replace, add and remove: one after the other', async () => {
		pylon.sim.faults.add({ kind: 'delay', ms: 30, operationId: 'updateAccount', nth: [1] });
		await run(
			{
				resource: 'account',
				operation: 'update',
				accountId: byId(globex),
				updateFields: {
					tags: { change: { mode: '={{ $json.mode }}', values: '={{ $json.tags }}' } },
				},
			},
			[
				{ mode: 'add', tags: 'x' },
				{ mode: 'replace', tags: 'a, b' },
				{ mode: 'add', tags: 'c' },
				{ mode: 'remove', tags: 'a' },
			],
		);
		expect(pylon.sim.state.accounts.get(globex)?.tags).toEqual(['b', 'c']);
	});

	test('name it in different ways', async () => {
		const before = pylon.sim.state.contacts.get(carla)!;
		const ids = [carla, 'crm-carla', 'carla@globex.example', 'crm-carla', carla];
		await run(
			{
				resource: 'contact',
				operation: 'update',
				contactId: byId('={{ $json.id }}'),
				updateFields: {
					emails: added({ email: [{ email: '={{ $json.email }}', isPrimary: false }] }),
				},
			},
			ids.map((id, index) => ({ id, email: `carla-${index}@home.example` })),
		);
		expect(pylon.sim.state.contacts.get(carla)?.emails).toEqual(
			expect.arrayContaining([
				...before.emails,
				...ids.map((_, index) => `carla-${index}@home.example`),
			]),
		);
	});

	test('one that fails does not hold up the others', async () => {
		pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'updateAccount', nth: [1] });
		const { items } = await run(
			{
				resource: 'account',
				operation: 'update',
				accountId: byId(cedar),
				updateFields: { tags: tags('add') },
			},
			[{ tag: 'a' }, { tag: 'b' }, { tag: 'c' }],
			{ continueOnFail: true },
		);
		expect(items.map((item) => errorOf(item)?.status)).toEqual([403, undefined, undefined]);
		expect(pylon.sim.state.accounts.get(cedar)?.tags).toEqual(['vip', 'partner', 'b', 'c']);
	});

	test('different records do not wait for each other', async () => {
		const open: Array<() => void> = [];
		// Answers no reading before the other one has come.
		const server = await loopback.serve(({ url = '' }, response) => {
			open.push(() => {
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(
					JSON.stringify({ data: { id: url.split('/').at(-1), tags: ['new'] }, request_id: 'r' }),
				);
			});
			if (open.length === 2) for (const answer of open) answer();
		});
		const { items } = await runPylon(
			{ ...pylon.credentials, baseUrl: server.url },
			{
				resource: 'account',
				operation: 'update',
				accountId: byId('={{ $json.id }}'),
				updateFields: { tags: tags('add', 'new') },
			},
			[{ id: globex }, { id: initech }],
		);
		expect(items.map(({ json }) => json.id)).toEqual([globex, initech]);
	});
});
