import type { IDataObject } from 'n8n-workflow';

import { addContacts, type Fault } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf } from '../../shared/client/support/run';
import { upsertingContacts } from './support/contactUpserts';

const pylon = withPylon({ checkReplies: true });

const upsert = upsertingContacts(() => pylon.credentials);

const existing = (count: number) =>
	addContacts(pylon.sim.state, count).map((id, index) => ({
		email: pylon.sim.state.contacts.get(id)?.email,
		name: `N${index}`,
	}));
const searches = () =>
	pylon.sim.requests
		.filter(({ operationId }) => operationId === 'searchContacts')
		.map(({ body }) => body as IDataObject);
const alone = (inputs: Array<{ email?: string | null }>) =>
	inputs.map(({ email }) => ({
		filter: { field: 'email', operator: 'equals', value: email },
		limit: 10,
	}));

describe('a search for several items that does not succeed: each asks for its own, and none suffers', () => {
	test.each<[string, Fault]>([
		['refused', { kind: 'status', status: 400 }],
		['forbidden', { kind: 'status', status: 403 }],
		['out of order', { kind: 'status', status: 500 }],
		['without an answer', { kind: 'reset' }],
		['a web page', { kind: 'html', status: 200 }],
		['something that is no list', { kind: 'data', value: 'nothing' }],
	])('%s', async (_, fault) => {
		pylon.sim.faults.add({ ...fault, operationId: 'searchContacts', nth: [1] });
		const inputs = existing(12);
		const { items, error } = await upsert(inputs);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.email, json.name, json.created])).toEqual(
			inputs.map(({ email, name }) => [email, name, false]),
		);
		const [first, ...others] = searches();
		expect(first.filter).toMatchObject({
			operator: 'in',
			values: inputs.map(({ email }) => email),
		});
		const order = (one: IDataObject, other: IDataObject) =>
			JSON.stringify(one).localeCompare(JSON.stringify(other), 'en');
		expect(others.sort(order)).toEqual(alone(inputs).sort(order));
		expect(pylon.sim.countOf('updateContact')).toBe(12);
	});
});

test('after one that was refused, no other is shared in that run', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 400, operationId: 'searchContacts', nth: [1] });
	const inputs = existing(110);
	const { error } = await upsert(inputs);
	expect(error).toBeUndefined();
	const operators = searches().map(({ filter }) => (filter as IDataObject).operator);
	expect(operators).toEqual(['in', ...inputs.map(() => 'equals')]);
});

test('an item whose own search does not succeed is the only one that fails', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'searchContacts', nth: [1, 4] });
	const inputs = existing(12);
	const { items } = await upsert(
		inputs,
		{ requestOptions: { maxTries: 1, concurrency: 1 } },
		{ continueOnFail: true },
	);
	expect(items.map((item) => errorOf(item)?.status)).toEqual(
		inputs.map((_, index) => (index === 2 ? 403 : undefined)),
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(inputs.map((_, item) => ({ item })));
	expect(pylon.sim.countOf('updateContact')).toBe(11);
});

test('when no search succeeds, each item says so itself', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'searchContacts' });
	const inputs = existing(7);
	const { items } = await upsert(inputs, {}, { continueOnFail: true });
	expect(items.map((item) => errorOf(item)?.status)).toEqual(inputs.map(() => 403));
	expect(new Set(items.map((item) => errorOf(item)?.requestId)).size).toBe(7);
	expect(searches()).toHaveLength(8);
});

test('a search that passes at the second try is no reason to ask alone', async () => {
	pylon.sim.faults.add({
		kind: 'status',
		status: 503,
		operationId: 'searchContacts',
		nth: [1],
		headers: { 'Retry-After': '0' },
	});
	const { error } = await upsert(existing(12), { requestOptions: { maxTries: 2 } });
	expect(error).toBeUndefined();
	expect(searches()).toHaveLength(2);
});
