import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addIssues } from '../../../sandbox/pylon';
import { shapeOf, type Shape } from '../../../scripts/live/shape';
import { withPylon } from './support';

const bench = withPylon();

const recorded = (name: string): unknown =>
	JSON.parse(readFileSync(join(__dirname, '../../fixtures/recorded', `${name}.json`), 'utf8'));

/** Objects keyed by slugs: their entries are alike. */
const MAPS = ['custom_fields', 'time_in_status_seconds', 'business_hours_time_in_status_seconds'];

/** What the seeded company has and the recorded one had not; openapi.yaml declares each. */
const BEYOND: Record<string, Shape> = {
	'issues-search': {
		// Of somebody without an account.
		'data[].account': ['null'],
		'data[].account.external_ids': ['array'],
		'data[].account.external_ids[]': ['object'],
		'data[].account.external_ids[].external_id': ['string'],
		'data[].account.external_ids[].label': ['string'],
		'data[].team_slas[].first_response': ['object'],
		'data[].team_slas[].first_response.breach_time': ['string'],
		'data[].team_slas[].first_response.time': ['string'],
		'data[].team_slas[].first_response.seconds': ['number'],
		'data[].team_slas[].first_response.business_hours_seconds': ['number'],
	},
	accounts: {
		'data[].external_ids': ['array'],
		'data[].external_ids[]': ['object'],
		'data[].external_ids[].external_id': ['string'],
		'data[].external_ids[].label': ['string'],
		// One is the parent of another.
		'data[].parent_account_id': ['string'],
		'data[].subaccount_ids[]': ['string'],
	},
};

/** The recorded shape, with what the seeded company has beyond it. */
function expectedShape(name: string): Shape {
	const shape = shapeOf(recorded(name), MAPS);
	for (const [path, kinds] of Object.entries(BEYOND[name] ?? {}))
		shape[path] = [...(shape[path] ?? []), ...kinds].sort();
	return shape;
}

const search = (body: object) => bench().call('POST', '/issues/search', body);

test('the seeded issues have the keys, nulls and absences that were recorded', async () => {
	const { body } = await search({ limit: 11 });
	expect(shapeOf(body, MAPS)).toEqual(expectedShape('issues-search'));
});

test('the last page and a search that finds nothing', async () => {
	const { body: first } = await search({ limit: 11 });
	const { body: last } = await search({ limit: 11, cursor: first.pagination.cursor });
	expect(Object.keys(last).sort()).toEqual(
		Object.keys(recorded('issues-search-last') as object).sort(),
	);
	const { body: empty } = await search({ search_text: 'nothing of the kind' });
	expect(Object.keys(empty)).toEqual(Object.keys(recorded('issues-search-empty') as object));
});

test.each([
	['accounts', '/accounts'],
	['issue-statuses', '/issue-statuses'],
])('%s', async (name, path) => {
	expect(shapeOf((await bench().get(path)).body, MAPS)).toEqual(expectedShape(name));
});

test('the statuses: of the recorded categories, several closed ones, archived ones among them, and no new called new', async () => {
	interface Statuses {
		data: Array<{
			slug: string;
			category: string;
			is_archived: boolean;
			is_default_status: boolean;
		}>;
	}
	const facts = ({ data }: Statuses) => {
		const closed = data.filter(({ category }) => category === 'closed');
		return {
			categories: [...new Set(data.map(({ category }) => category))].sort(),
			defaults: data
				.filter((status) => status.is_default_status)
				.map(({ category }) => category)
				.sort(),
			closed: closed.map(({ slug, is_archived }) => [slug, is_archived]).sort(),
			first: data.filter(({ category }) => category === 'new').map(({ slug }) => slug),
		};
	};
	const { body } = await bench().get('/issue-statuses');
	expect(facts(body as unknown as Statuses)).toEqual(facts(recorded('issue-statuses') as Statuses));
});

test('a search lists the highest number first, whatever the issues were created at', async () => {
	const { state } = bench().sim;
	const [, older] = addIssues(state, 2);
	const issue = state.issues.get(older);
	if (issue) state.issues.set(older, { ...issue, created_at: '2030-01-01T00:00:00.000Z' });
	const numbers = ((await search({})).body.data as unknown as Array<{ number: number }>).map(
		({ number }) => number,
	);
	expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
	expect(numbers).toHaveLength(14);
});

test("successes say how many calls are left, and carry the request's ID", async () => {
	const remaining = async (method: string, path: string) =>
		(await bench().call(method, path, method === 'POST' ? {} : undefined)).headers.get(
			'x-rate-limit-remaining',
		);
	expect(await remaining('GET', '/accounts')).toBe('299');
	expect(await remaining('POST', '/issues/search')).toBe('119');
	expect(await remaining('GET', '/issue-statuses')).toBe('29');
	// "The number did not go down within four rapid calls."
	expect(await remaining('GET', '/issue-statuses')).toBe('29');
});
