import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addContacts, addIssues, seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { errorOf, runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });

const SEED = 20_261_127;

interface Item {
	/** Whether Pylon has the issue. */
	exists: boolean;
	requester: 'contact' | 'user' | 'nobody';
	hasAssignee: boolean;
}

const anyItem: fc.Arbitrary<Item> = fc.record({
	exists: fc.integer({ min: 0, max: 5 }).map((number) => number > 0),
	requester: fc.constantFrom('contact', 'user', 'nobody'),
	hasAssignee: fc.boolean(),
});

const anyRun = fc.record({
	items: fc.array(anyItem, { minLength: 1, maxLength: 12 }),
	continueOnFail: fc.boolean(),
	batchSize: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
	concurrency: fc.oneof(fc.constant('automatic'), fc.integer({ min: 1, max: 6 })),
	/** Whether the token may read users. */
	mayReadUsers: fc.boolean(),
	seed: fc.nat(),
});

type AnyRun = typeof anyRun extends fc.Arbitrary<infer Run> ? Run : never;

const USER = seedIds.users.nora;

/** Stores the issues. @returns the ID of each item's issue */
function begin({ items, mayReadUsers, seed }: AnyRun): string[] {
	const { sim } = pylon;
	sim.resetState();
	sim.resetLog();
	sim.faults.clear();
	sim.faults.seededSchedule(seed, [{ kind: 'delay', ms: 4, share: 0.5 }]);
	if (!mayReadUsers) sim.faults.add({ kind: 'status', status: 403, operationId: 'getUsers' });
	const ids = addIssues(sim.state, items.length);
	const contacts = addContacts(sim.state, items.length);
	return items.map(({ exists, requester, hasAssignee }, index) => {
		const issue = sim.state.issues.get(ids[index])!;
		const requester_id = { contact: contacts[index], user: USER, nobody: null }[requester];
		sim.state.issues.set(issue.id, {
			...issue,
			requester_id,
			assignee_id: hasAssignee ? USER : null,
			team_id: null,
			account_id: null,
		});
		return exists ? issue.id : `gone-${index}`;
	});
}

/** Of each item, the status of its error, or the names that it has to have. */
const expectedOf = ({ items, mayReadUsers }: AnyRun): unknown[] =>
	items.map(({ exists, requester, hasAssignee }) => {
		if (!exists) return 404;
		if (!mayReadUsers && (hasAssignee || requester === 'user')) return 403;
		return [
			{ contact: 'a contact', user: 'Nora Keller', nobody: null }[requester],
			hasAssignee ? 'Nora Keller' : null,
		];
	});

const resultOf = ({
	requester_name: requester,
	assignee_name: assignee,
}: IDataObject): unknown[] => [
	typeof requester === 'string' ? requester.replace(/^Contact \d+$/, 'a contact') : requester,
	assignee,
];

test('every run comes to its end, and every item to the names of its own issue or to its own error', async () => {
	const property = fc.asyncProperty(anyRun, async (given) => {
		const ids = begin(given);
		const { concurrency, continueOnFail, batchSize } = given;
		const batching =
			batchSize === undefined ? {} : { batching: { batch: { batchSize, batchInterval: 1 } } };
		const parameters: INodeParameters = {
			resource: 'issue',
			operation: 'get',
			issueId: byId('={{ $json.id }}'),
			addNames: true,
			requestOptions: { maxTries: 1, concurrency, ...batching },
		};
		const { items, error } = await runPylon(
			pylon.credentials,
			parameters,
			ids.map((id) => ({ id })),
			{ continueOnFail },
		);
		const expected = expectedOf(given);
		const failures = expected.filter((one) => typeof one === 'number');
		if (!continueOnFail && failures.length > 0) {
			expect(items).toEqual([]);
			expect(failures).toContain(Number((error as { httpCode?: string } | undefined)?.httpCode));
			return;
		}
		expect(error).toBeUndefined();
		expect(items.map((item) => errorOf(item)?.status ?? resultOf(item.json))).toEqual(expected);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
		const asked = pylon.sim.requests
			.filter(({ operationId }) => operationId === 'searchContacts')
			.flatMap(({ body }) => (body as { filter: { values: string[] } }).filter.values);
		expect(new Set(asked).size).toBe(asked.length);
	});
	await fc.assert(property, { seed: SEED, numRuns: 60 });
}, 300_000);
