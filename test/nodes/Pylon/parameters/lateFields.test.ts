import { FILTERABLE } from '../../../../nodes/Pylon/parameters/filter/filterable';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon();
const search = (filterJson: object) => ({
	resource: 'issue',
	operation: 'search',
	filterMode: 'json',
	filterJson: JSON.stringify(filterJson),
});

test.each(FILTERABLE.issues.lateFields)(
	'Filter (JSON) takes the undocumented field %s as it is, and asks for no custom fields',
	async (field) => {
		const filter = { field, operator: 'equals', value: 'true' };
		const { error } = await runPylon(pylon.credentials, search(filter));
		expect(error).toBeUndefined();
		expect(pylon.sim.requests.map(({ operationId, body }) => [operationId, body])).toEqual([
			['searchIssues', expect.objectContaining({ filter })],
		]);
	},
);

test('any operator is sent, and Pylon says whether it takes it', async () => {
	const { error } = await runPylon(
		pylon.credentials,
		search({ field: 'solved_at', operator: 'time_is_after', value: '2026-11-01T00:00:00Z' }),
	);
	expect(error?.message).toContain('Pylon refused the values');
	expect(pylon.sim.requests).toHaveLength(1);
});
