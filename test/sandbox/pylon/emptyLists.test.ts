import { ENDPOINTS } from '../../../nodes/shared/api/endpoints.generated';
import { seedIds, type State } from '../../../sandbox/pylon';
import { RecordStore } from '../../../sandbox/pylon/stores/recordStore';
import { withPylon } from './support';

const bench = withPylon();

/** Those that answer what they have just stored. */
const WRITES = ['POST /accounts/{}/files', 'POST /issues/{}/followers'];

const QUERIES: Record<string, string> = {
	'GET /custom-fields': '?object_type=issue',
	'GET /issues': '?start_time=2026-01-01T00:00:00Z&end_time=2026-01-02T00:00:00Z',
};

/** What the path of a list may name: its store stays as it is. */
const PARENTS: Record<string, keyof State> = {
	accounts: 'accounts',
	'custom-objects': 'customObjectTypes',
	issues: 'issues',
	'knowledge-bases': 'knowledgeBases',
	surveys: 'surveys',
	tasks: 'tasks',
};

const lists = Object.entries(ENDPOINTS)
	.filter(([name, { answers }]) => answers === 'list' && !WRITES.includes(name))
	.map(([name]) => name);

/** Removes every record but those of one store, and what hangs on these. */
function clear(state: State, kept?: keyof State): void {
	for (const [name, store] of Object.entries(state))
		if (name !== kept && (store instanceof RecordStore || Array.isArray(store))) {
			if (Array.isArray(store)) store.length = 0;
			else store.clear();
		}
	for (const issue of [...state.issues.values()])
		state.issues.set(issue.id, { ...issue, followers: [] });
}

test.each(lists)('%s without records has neither data nor pagination', async (name) => {
	const { state } = bench().sim;
	const [method, path] = name.split(' ');
	const [, resource] = path.split('/');
	const parent = path.includes('{}') ? PARENTS[resource] : undefined;
	clear(state, parent);
	const [id] = parent ? (state[parent] as ReadonlyMap<string, unknown>).keys() : [''];
	const answer = await bench().call(
		method,
		path.replace('{}', id) + (QUERIES[name] ?? ''),
		method === 'POST' ? {} : undefined,
	);
	expect([answer.status, Object.keys(answer.body)]).toEqual([200, ['request_id']]);
});

test('the last follower is removed: no data', async () => {
	const path = `/issues/${seedIds.issues.first}/followers`;
	const contact_ids = [seedIds.contacts.carla];
	const added = await bench().call('POST', path, { contact_ids });
	expect(added.body.data).not.toHaveLength(0);
	const { body } = await bench().get(path);
	const followers = body.data as unknown as Array<{ id: string; type: string }>;
	const idsOf = (kind: string) => followers.filter(({ type }) => type === kind).map(({ id }) => id);
	const removed = await bench().call('POST', path, {
		operation: 'remove',
		contact_ids: idsOf('contact'),
		user_ids: idsOf('user'),
	});
	expect(removed.body).toEqual({ request_id: expect.any(String) });
});
