import { strict as assert } from 'node:assert';
import type { IDataObject } from 'n8n-workflow';
import { addAccounts, addContacts, addIssues, seedIds } from '../../../../../sandbox/pylon';
import { added } from '../../../../support/listChange';
import { createIssue, getContact } from './run';
import { type OperationUnderTest } from './operationUnderTest';

const picker = (value: string) => ({ __rl: true, mode: 'id', value });

const sameId = (record: IDataObject, input: IDataObject) => assert.equal(record.id, input.id);
const ids = (list: string[]) => list.map((id) => ({ id }));

/** Begins anew with each case: the faults are drawn from what is sent, so a case repeats only if that repeats. */
let serial = 0;

/** To be called before each case. */
export function beginCase(): void {
	serial = 0;
}

const numbered = <T>(count: number, make: (number: number) => T): T[] =>
	Array.from({ length: count }, () => make(++serial));

/** Tags that an item has added are there in the end, whatever other items have done meanwhile. */
const hasTag = (tags: readonly string[] | undefined, input: IDataObject) =>
	assert.ok(tags?.includes(String(input.tag)), `'${String(input.tag)}' is lost`);

export const OPERATIONS: Record<string, OperationUnderTest> = {
	'contact get': {
		parameters: getContact(),
		inputs: (sim, count) => ids(addContacts(sim.state, count)),
		belongs: sameId,
	},
	'contact setAccount': {
		parameters: {
			...getContact(),
			operation: 'setAccount',
			target: 'account',
			accountId: picker('={{ $json.account }}'),
		},
		inputs: (sim, count) => {
			const [account] = addAccounts(sim.state, 1);
			return ids(addContacts(sim.state, count)).map((input) => ({ ...input, account }));
		},
		belongs: (record, input, sim) => {
			sameId(record, input);
			assert.equal(sim.state.contacts.get(String(input.id))?.account_id, input.account);
		},
	},
	'contact update': {
		parameters: {
			...getContact(),
			operation: 'update',
			updateFields: { name: '={{ $json.name }}' },
		},
		inputs: (sim, count) =>
			ids(addContacts(sim.state, count)).map((input) => ({
				...input,
				name: `Name of ${input.id}`,
			})),
		belongs: (record, input) => {
			sameId(record, input);
			assert.equal(record.name, input.name);
		},
	},
	'issue create': {
		parameters: createIssue(),
		inputs: (_, count) => numbered(count, (number) => ({ title: `Issue ${number}` })),
		belongs: (record, input) => assert.equal(record.title, input.title),
		unsafe: {
			operationId: 'createIssue',
			keyOfBody: (body) => body.title,
			keyOfInput: (input) => input.title,
		},
	},
	'issue snooze': {
		parameters: {
			resource: 'issue',
			operation: 'snooze',
			issueId: picker('={{ $json.id }}'),
			snoozeFor: 'until',
			snoozeUntil: '2100-01-01T00:00:00Z',
		},
		inputs: (sim, count) => ids(addIssues(sim.state, count)),
		belongs: sameId,
	},
	'issue get': {
		parameters: { resource: 'issue', operation: 'get', issueId: picker('={{ $json.id }}') },
		inputs: (sim, count) => ids(addIssues(sim.state, count)),
		belongs: sameId,
	},
	'account get': {
		parameters: { resource: 'account', operation: 'get', accountId: picker('={{ $json.id }}') },
		inputs: (sim, count) => ids(addAccounts(sim.state, count)),
		belongs: sameId,
	},
	'account merge': {
		parameters: {
			resource: 'account',
			operation: 'merge',
			accountId: picker('={{ $json.into }}'),
			mergeAccountIds: '={{ $json.merged }}',
		},
		inputs: (sim, count) =>
			Array.from({ length: count }, () => {
				const [into, merged] = addAccounts(sim.state, 2);
				return { into, merged };
			}),
		belongs: (record, input, sim) => {
			assert.equal(record.id, input.into);
			assert.equal(sim.state.accounts.has(String(input.merged)), false);
		},
		unsafe: {
			operationId: 'mergeAccounts',
			keyOfBody: (body) => (body.merge_account_ids as string[])[0],
			keyOfInput: (input) => input.merged,
		},
	},
	'issue update': {
		parameters: {
			resource: 'issue',
			operation: 'update',
			issueId: picker('={{ $json.id }}'),
			updateFields: { tags: added('={{ $json.tag }}') },
		},
		// All of one issue.
		inputs: (sim, count) => {
			const [id] = addIssues(sim.state, 1);
			return numbered(count, (number) => ({ id, tag: `tag ${number}` }));
		},
		belongs: (record, input, sim) => {
			sameId(record, input);
			hasTag(sim.state.issues.get(String(input.id))?.tags, input);
		},
	},
	'contact upsert': {
		parameters: {
			resource: 'contact',
			operation: 'upsert',
			email: '={{ $json.email }}',
			name: '={{ $json.name }}',
		},
		inputs: (_, count) =>
			numbered(count, (number) => ({
				email: `new-${number}@upsert.example`,
				name: `New ${number}`,
			})),
		belongs: (record, input) =>
			assert.deepEqual([record.email, record.name], [input.email, input.name]),
		unsafe: {
			operationId: 'createContact',
			keyOfBody: (body) => body.email,
			keyOfInput: (input) => input.email,
		},
	},
	'account upsert': {
		parameters: {
			resource: 'account',
			operation: 'upsert',
			externalId: '={{ $json.externalId }}',
			domain: '={{ $json.domain }}',
			additionalFields: { tags: added('={{ $json.tag }}') },
		},
		// All of one account, found in two ways.
		inputs: (sim, count) => {
			const [id] = addAccounts(sim.state, 1);
			const externalId = `crm-${++serial}`;
			const domain = `upsert-${serial}.example`;
			const account = sim.state.accounts.get(id);
			const ids = {
				external_ids: [{ external_id: externalId, label: '' }],
				domains: [domain],
				primary_domain: domain,
			};
			if (account) sim.state.accounts.set(id, { ...account, ...ids });
			return numbered(count, (number) => ({
				id,
				tag: `tag ${number}`,
				...(number % 2 ? { externalId } : { domain }),
			}));
		},
		belongs: (record, input, sim) => {
			sameId(record, input);
			hasTag(sim.state.accounts.get(String(input.id))?.tags, input);
		},
	},
	'account updateMany': {
		parameters: {
			resource: 'account',
			operation: 'updateMany',
			accountIds: '={{ [$json.id] }}',
			updateFields: { tags: '={{ $json.tag }}', tagsMode: 'append_only' },
		},
		inputs: (sim, count) =>
			addAccounts(sim.state, count).map((id, index) => ({ id, tag: `tag ${index % 3}` })),
		belongs: (record, input, sim) => {
			assert.deepEqual(record, { success: true });
			hasTag(sim.state.accounts.get(String(input.id))?.tags, input);
		},
	},
	'issue createIfNoneOpen': {
		parameters: {
			resource: 'issue',
			operation: 'createIfNoneOpen',
			keyField: 'root_cause',
			keyValue: '={{ $json.key }}',
			title: '={{ $json.key }}',
			message: 'Alert',
			accountId: picker(seedIds.accounts.globex),
		},
		inputs: (_, count) => {
			// Two executions at the same time may both create one.
			const run = serial;
			return numbered(count, (number) => ({ key: `alert ${run}-${number % 3}` }));
		},
		belongs: (record, input) => assert.equal(record.title, input.key),
		unsafe: {
			operationId: 'createIssue',
			keyOfBody: (body) => body.title,
			keyOfInput: (input) => input.key,
			isShared: true,
		},
	},
	'issue reply': {
		parameters: {
			resource: 'issue',
			operation: 'reply',
			issueId: picker(seedIds.issues.initech),
			message: '={{ $json.text }}',
		},
		inputs: (_, count) => numbered(count, (number) => ({ text: `Reply ${number}` })),
		belongs: (record) => assert.equal((record.delivery as IDataObject).sent_as, 'reply'),
		unsafe: {
			operationId: 'createIssueReply',
			keyOfBody: (body) => body.body_html,
			keyOfInput: (input) => `<p>${String(input.text)}</p>`,
		},
	},
};
