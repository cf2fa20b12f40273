import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { storeCustomField } from '../../../../sandbox/pylon/seed/customFields';
import { openDropDown } from '../../../support/loadOptions';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });
const parameters = { resource: 'issue', operation: 'createIfNoneOpen' };
const open = () => openDropDown(new Pylon(), 'getIssueKeyFields', pylon.credentials, parameters);

/** Leaves so many text fields of issues, beside all fields of other records. */
function haveTextFields(count: number): void {
	const { state } = pylon.sim;
	for (const [id, { object_type: objectType }] of [...state.customFields.entries()]) {
		if (objectType === 'issue') state.customFields.delete(id);
	}
	for (let number = 0; number < count; number++) {
		storeCustomField(
			state,
			'issue',
			[`alert_${number}`, `Alert ${number}`, 'text'],
			new Date().toISOString(),
		);
	}
}

test('fields of issues that can hold a key and can be written, by label, with one request', async () => {
	expect(await open()).toEqual([
		{
			name: 'Affected seats',
			value: 'affected_seats',
			description: 'Custom field affected_seats, number',
		},
		{ name: 'Priority', value: 'priority', description: 'Custom field priority, select' },
		{
			name: 'Product area',
			value: 'product_area',
			description: 'Custom field product_area, select',
		},
		{ name: 'Root cause', value: 'root_cause', description: 'Custom field root_cause, text' },
	]);
	expect(pylon.sim.requests.map(({ path, query }) => [path, query])).toEqual([
		['/custom-fields', { object_type: 'issue' }],
	]);
});

test.each([
	['text', true],
	['url', true],
	['number', true],
	['select', true],
	['boolean', false],
	['date', false],
	['datetime', false],
	['multiselect', false],
	['user', false],
])('%s: offered is %s', async (type, isOffered) => {
	haveTextFields(0);
	storeCustomField(pylon.sim.state, 'issue', ['one', 'One', type], new Date().toISOString());
	expect((await open()).some(({ value }) => value === 'one')).toBe(isOffered);
});

test.each([1, 2, 300])('%i fields', async (count) => {
	haveTextFields(count);
	const options = await open();
	expect(options).toHaveLength(count);
	expect(new Set(options.map(({ value }) => value)).size).toBe(count);
	expect(pylon.sim.requests).toHaveLength(1);
});

test('no field: the list says so, and its entry is refused when the node runs', async () => {
	haveTextFields(0);
	const [none, ...others] = await open();
	expect(others).toEqual([]);
	expect(none).toMatchObject({ name: 'There Is No Custom Field of Issues for a Key', value: '' });
	pylon.sim.resetLog();
	const alert = {
		keyValue: 'a',
		title: 'T',
		message: 'T',
		accountId: byId(seedIds.accounts.globex),
	};
	const { error } = await runPylon(pylon.credentials, {
		...parameters,
		...alert,
		keyField: none.value,
	});
	expect(error?.message).toBe("'Key Field Name or ID' is empty");
	expect(pylon.sim.requests).toEqual([]);
});

test('a field without a label is listed by its slug', async () => {
	haveTextFields(0);
	storeCustomField(pylon.sim.state, 'issue', ['alert_id', ' ', 'text'], new Date().toISOString());
	expect(await open()).toMatchObject([{ name: 'alert_id', value: 'alert_id' }]);
});

test.each([401, 403, 500, 503])('Pylon answers %i: a sentence', async (status) => {
	pylon.sim.faults.add({ kind: 'status', status });
	await expect(open()).rejects.toThrow(/^[A-Z][^\n]*\. [A-Z][^\n]*\.$/);
});
