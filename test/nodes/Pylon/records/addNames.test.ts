import type { IDataObject } from 'n8n-workflow';

import {
	MOST_IDS,
	Names,
	type NamedKind,
	type NameSource,
	referencesIn,
} from '../../../../nodes/Pylon/records/addNames';

const people = {
	contact: [
		{ id: 'c1', name: 'Ada', email: 'ada@globex.example' },
		{ id: 'c2', name: 'Bo', email: null, emails: ['bo@globex.example'] },
	],
	user: [{ id: 'u1', name: 'Nora', email: 'nora@northwind.example' }],
	account: [{ id: 'a1', name: 'Globex' }],
	team: [{ id: 't1', name: 'Support' }],
};

/** Answers from `people`, and writes down what it was asked. */
function source(): NameSource & { asked: string[] } {
	const asked: string[] = [];
	return {
		asked,
		async list(kind) {
			asked.push(kind);
			return people[kind];
		},
		async byIds(kind, ids) {
			asked.push(`${kind} ${ids.join(',')}`);
			return people[kind].filter(({ id }) => ids.includes(id));
		},
	};
}

const addTo = async (kind: NamedKind, record: IDataObject) =>
	await new Names(source()).addTo(kind, record);

test('an issue gets the names of everybody in it', async () => {
	const issue = {
		id: 'i',
		requester: { id: 'c1' },
		assignee: { id: 'u1' },
		account: { id: 'a1', external_ids: null },
		team: { id: 't1' },
	};
	expect(await addTo('issue', issue)).toEqual({
		id: 'i',
		requester: { id: 'c1', name: 'Ada', email: 'ada@globex.example', type: 'contact' },
		assignee: { id: 'u1', name: 'Nora', email: 'nora@northwind.example' },
		account: { id: 'a1', external_ids: null, name: 'Globex' },
		team: { id: 't1', name: 'Support' },
	});
	expect(issue.requester).toEqual({ id: 'c1' });
});

test('a requester who is no contact is looked for among the users', async () => {
	const { requester } = await addTo('issue', { requester: { id: 'u1' } });
	expect(requester).toEqual({
		id: 'u1',
		name: 'Nora',
		email: 'nora@northwind.example',
		type: 'user',
	});
});

test('an email that is only among several is found', async () => {
	const { requester } = await addTo('issue', { requester: { id: 'c2' } });
	expect(requester).toMatchObject({ email: 'bo@globex.example' });
});

test.each<[NamedKind, IDataObject, IDataObject]>([
	[
		'account',
		{ owner: { id: 'u1' } },
		{ owner: { id: 'u1', name: 'Nora', email: 'nora@northwind.example' } },
	],
	[
		'task',
		{ assignee: { user: { id: 'u1' } } },
		{ assignee: { user: { id: 'u1', name: 'Nora', email: 'nora@northwind.example' } } },
	],
	[
		'task',
		{ assignee: { contact: { id: 'c1' } } },
		{ assignee: { contact: { id: 'c1', name: 'Ada', email: 'ada@globex.example' } } },
	],
	[
		'issue',
		{ requester: null, assignee: undefined, team: {} },
		{ requester: null, assignee: undefined, team: {} },
	],
	[
		'issue',
		{ requester: { id: 'gone' } },
		{ requester: { id: 'gone', name: null, email: null, type: null } },
	],
	['issue', { account: { id: 'gone' } }, { account: { id: 'gone', name: null } }],
])('%s %j', async (kind, record, named) => {
	expect(await addTo(kind, record)).toEqual(named);
});

test('each of many is asked for once, together, and what is not found is not asked for again', async () => {
	const asking = source();
	const names = new Names(asking);
	const issues = Array.from({ length: 150 }, (_, index) => ({
		requester: { id: `x${index}` },
		assignee: { id: 'u1' },
		account: { id: 'a1' },
	}));
	await names.lookUp(referencesIn('issue', issues));
	const ids = issues.map(({ requester }) => requester.id);
	const first = [
		`contact ${ids.slice(0, MOST_IDS).join(',')}`,
		`contact ${ids.slice(MOST_IDS).join(',')}`,
		'account a1',
		'user',
	];
	expect([...asking.asked].sort()).toEqual(first.sort());
	await names.lookUp(referencesIn('issue', issues));
	expect(asking.asked).toHaveLength(4);
});

test('after a failure the next one asks again', async () => {
	const asking = source();
	const { list } = asking;
	asking.list = jest.fn().mockRejectedValueOnce(new Error('away')).mockImplementation(list);
	const names = new Names(asking);
	await expect(names.addTo('account', { owner: { id: 'u1' } })).rejects.toThrow('away');
	expect(await names.addTo('account', { owner: { id: 'u1' } })).toMatchObject({
		owner: { name: 'Nora' },
	});
});
