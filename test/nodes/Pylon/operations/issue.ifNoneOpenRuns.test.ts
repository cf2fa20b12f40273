import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { addSolvedStatus } from './support/closedStatus';
import { askedOf, runIssue, wordsOf } from './support/conversations';

const pylon = withPylon({ checkReplies: true });
const { globex } = seedIds.accounts;

const run = async (
	keys: string[],
	{ continueOnFail = false, ...more }: INodeParameters & { continueOnFail?: boolean } = {},
) =>
	await runIssue(
		pylon,
		{
			operation: 'createIfNoneOpen',
			keyField: 'root_cause',
			keyValue: '={{ $json.key }}',
			title: '={{ $json.title }}',
			message: 'Alert',
			accountId: { __rl: true, mode: 'id', value: '={{ $json.account }}' },
			...more,
		},
		{
			items: keys.map((key, index) => ({
				json: {
					key,
					title: `Alert ${index}`,
					account: key === 'bad' && index === 0 ? 'nope' : globex,
				},
			})),
			continueOnFail,
		},
	);
const count = (operation: string) =>
	askedOf(pylon.sim).filter((asked) => asked === operation).length;
const outcome = (items: Array<{ json: IDataObject; pairedItem?: unknown }>) =>
	items.map(({ json, pairedItem }) => [json.title, json.created, pairedItem]);

test('items with the same key create one issue, look-ups go once a run', async () => {
	const { items } = await run(['a', 'b', 'a', 'a', 'b', 'c', 'a']);
	expect(outcome(items)).toEqual([
		['Alert 0', true, { item: 0 }],
		['Alert 1', true, { item: 1 }],
		['Alert 0', false, { item: 2 }],
		['Alert 0', false, { item: 3 }],
		['Alert 1', false, { item: 4 }],
		['Alert 5', true, { item: 5 }],
		['Alert 0', false, { item: 6 }],
	]);
	expect(['getCustomFields', 'getIssueStatuses', 'searchIssues', 'createIssue'].map(count)).toEqual(
		[1, 1, 3, 3],
	);
});

test('the next run finds what the last one created; once it is closed, there is a new one', async () => {
	const [{ json: created }] = (await run(['a'])).items;
	const [{ json: found }] = (await run(['a'])).items;
	expect([found.id, found.created]).toEqual([created.id, false]);
	const { state } = pylon.sim;
	addSolvedStatus(pylon.sim);
	const issue = state.issues.get(created.id as string);
	if (issue) state.issues.set(issue.id, { ...issue, state: 'solved' });
	const [{ json: next }] = (await run(['a'])).items;
	expect(next.created).toBe(true);
	expect(next.id).not.toBe(created.id);
});

test.each([
	['shoe_size', "'Key Field Name or ID' has the unknown field 'shoe_size'"],
	['platforms', "'Key Field Name or ID' cannot be 'platforms', of the type multiselect"],
	['crm_deal', "'Key Field Name or ID' cannot be 'crm_deal', which is read-only"],
])('the field %s is refused before anything is created', async (keyField, message) => {
	const { error } = await run(['a'], { keyField });
	expect(wordsOf(error).message).toBe(message);
	expect(askedOf(pylon.sim)).toEqual(['getCustomFields']);
});

test('what a search finds beside the key is not taken for it', async () => {
	const other = { id: 'x', state: 'open', custom_fields: { root_cause: { value: 'A' } } };
	pylon.sim.faults.add({
		kind: 'data',
		value: [other, { ...other, id: 'y', custom_fields: null }],
		operationId: 'searchIssues',
	});
	const [{ json }] = (await run(['a'])).items;
	expect(json.created).toBe(true);
});

test('a number is found however Pylon writes it', async () => {
	const found = { id: 'x', state: 'open', custom_fields: { affected_seats: { value: '42.0' } } };
	pylon.sim.faults.add({ kind: 'data', value: [found], operationId: 'searchIssues' });
	const [{ json }] = (await run(['42'], { keyField: 'affected_seats' })).items;
	expect([json.id, json.created]).toEqual(['x', false]);
});

describe('when creating fails', () => {
	test('after Pylon may have created it, no other item with the key creates one', async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 503,
			operationId: 'createIssue',
			nth: [1],
			processed: true,
		});
		const { items } = await run(['a', 'a', 'b', 'a'], { continueOnFail: true });
		expect(
			items.map(
				({ json }) => (json.error as IDataObject | undefined)?.maybeProcessed ?? json.created,
			),
		).toEqual([true, true, true, true]);
		expect(items.map(({ json }) => json.error !== undefined)).toEqual([true, true, false, true]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(count('createIssue')).toBe(2);
	});

	test('after Pylon may have created it, the run ends with a message that names one item, once', async () => {
		const fault = { kind: 'status', status: 503, processed: true } as const;
		pylon.sim.faults.add({ ...fault, operationId: 'createIssue', nth: [1] });
		const { error } = await run(['a', 'a', 'a']);
		expect(error?.message.match(/\[item \d\]/g)).toEqual(['[item 0]']);
		expect(count('createIssue')).toBe(1);
	});

	test('for the values of one item, the next with the key creates it', async () => {
		const { items } = await run(['bad', 'bad', 'bad'], { continueOnFail: true });
		expect(items.map(({ json }) => json.created)).toEqual([undefined, true, false]);
		expect(items[0].json.error).toMatchObject({ status: 400 });
		expect(count('createIssue')).toBe(2);
	});

	test('without continue-on-fail it stops the run', async () => {
		const { items, error } = await run(['bad', 'bad', 'bad']);
		expect(items).toEqual([]);
		expect(error).toMatchObject({ httpCode: '400' });
		expect(count('createIssue')).toBe(1);
	});

	test('the account is not changed by a look-up that finds an open one', async () => {
		await run(['a']);
		const before = pylon.sim.state.issues.size;
		await run(['a'], { accountId: byId(seedIds.accounts.initech) });
		expect(pylon.sim.state.issues.size).toBe(before);
	});
});
