import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadOptions } from '../../../../nodes/Pylon/editor/loadOptions';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const { accounts, contacts, issues, users, teams, featureRequests } = seedIds;

interface ListCase {
	parameters: INodeParameters;
	/** The collection that the list is in. */
	within?: string;
	entries: string[];
	/** Where the list is in the request. */
	property: string;
}

/** By operation and parameter. */
const LISTS: Record<string, ListCase> = {
	'account.create.subaccountIds': {
		parameters: { name: 'Acme' },
		within: 'additionalFields',
		entries: [accounts.globex, accounts.dune],
		property: 'subaccount_ids',
	},
	'account.create.tags': {
		parameters: { name: 'Acme' },
		within: 'additionalFields',
		entries: ['vip', 'trial'],
		property: 'tags',
	},
	'customObject.updateMany.customObjectIds': {
		parameters: {
			customObjectType: 'subscription',
			updateFields: {
				customFields: { field: [{ slug: 'plan', kind: 'single', value: 'monthly' }] },
			},
		},
		entries: Object.values(seedIds.customObjects),
		property: 'ids',
	},
	'featureRequest.merge.mergeFeatureRequestIds': {
		parameters: { featureRequestId: byId(featureRequests.pdf) },
		entries: [featureRequests.pdfDuplicate, featureRequests.darkMode],
		property: 'merge_feature_request_ids',
	},
	'featureRequest.search.accountIds': {
		parameters: {},
		within: 'filters',
		entries: [accounts.globex, accounts.initech],
		property: 'account_ids',
	},
	'featureRequest.setPortalVisibility.accountIds': {
		parameters: { featureRequestId: byId(featureRequests.pdf), visible: true },
		entries: [accounts.globex, accounts.initech],
		property: 'account_ids',
	},
	'import.importIssue.tags': {
		parameters: { title: 'Old', state: 'closed', messages: { message: [{ message: 'Old' }] } },
		within: 'additionalFields',
		entries: ['billing', 'urgent'],
		property: 'tags',
	},
	'issue.addFollowers.contactIds': {
		parameters: { issueId: byId(issues.initech) },
		entries: [contacts.carla, contacts.dmitri],
		property: 'contact_ids',
	},
	'issue.addFollowers.userIds': {
		parameters: { issueId: byId(issues.initech) },
		entries: [users.nora, users.omar],
		property: 'user_ids',
	},
	'issue.create.tags': {
		parameters: { title: 'New', message: 'New', accountId: byId(accounts.globex) },
		within: 'additionalFields',
		entries: ['billing', 'urgent'],
		property: 'tags',
	},
	'knowledgeBaseArticle.requestReview.reviewerUserIds': {
		parameters: {
			knowledgeBaseId: byId(seedIds.knowledgeBase),
			articleId: byId(seedIds.articles.export),
		},
		entries: [users.nora, users.omar],
		property: 'reviewer_user_ids',
	},
	'macro.create.visibleTeamIds': {
		parameters: {
			macroGroupId: byId(seedIds.macroGroups.general),
			macroName: 'Hi',
			macroText: 'Hi',
			additionalFields: { visibility: 'team' },
		},
		within: 'additionalFields',
		entries: Object.values(teams),
		property: 'visibility.team_ids',
	},
	'macro.create.visibleUserIds': {
		parameters: {
			macroGroupId: byId(seedIds.macroGroups.general),
			macroName: 'Hi',
			macroText: 'Hi',
			additionalFields: { visibility: 'user' },
		},
		within: 'additionalFields',
		entries: [users.nora, users.omar],
		property: 'visibility.user_ids',
	},
	'team.create.memberIds': {
		parameters: { teamName: 'Onboarding' },
		within: 'additionalFields',
		entries: [users.nora, users.omar],
		property: 'user_ids',
	},
	'trainingData.deleteDocuments.documentIds': {
		parameters: { trainingDataId: byId(seedIds.trainingData) },
		entries: Object.values(seedIds.documents),
		property: 'document_ids',
	},
};

/** Ways to write a list: what is chosen in the editor, and what an expression yields. */
const INPUTS: Array<[string, (entries: string[]) => string | string[]]> = [
	['chosen from the list', (entries) => entries],
	['an expression with an array', () => '={{ $json.list }}'],
	['text with commas by expression', () => '={{ $json.list.join(", ") }}'],
	['text with commas, as a workflow keeps it', (entries) => entries.join(',')],
];

const cases = Object.entries(LISTS).flatMap(([name, one]) =>
	INPUTS.map(([input, write]) => ({ name, input, write, ...one })),
);

test.each(cases)(
	'$name: $input',
	async ({ name, write, parameters, within, entries, property }) => {
		const [resource, operation, parameter] = name.split('.');
		const list = { [parameter]: write(entries) };
		const { error } = await runNode({
			node: new Pylon(),
			parameters: {
				resource,
				operation,
				...parameters,
				...(within === undefined
					? list
					: { [within]: { ...(parameters[within] as INodeParameters), ...list } }),
			},
			items: [{ json: { list: entries } }],
			credentials: pylon.credentials,
		});
		expect(error).toBeUndefined();
		const { body, query } = pylon.sim.requests[pylon.sim.requests.length - 1];
		const sent =
			property
				.split('.')
				.reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], body ?? query) ??
			query[property];
		expect(sent).toEqual(entries);
	},
);

/** Lists of these operations change what is there, or go out together; they have tests of their own. */
const OTHERS = [
	'account.merge',
	'account.update',
	'account.updateMany',
	'contact.update',
	'issue.update',
	'team.update',
];

test('every multi-select of records has its case', () => {
	const listsIn = (fields: INodeProperties[]): string[] =>
		fields.flatMap(({ type, name, typeOptions, options = [] }) => [
			...(type === 'multiOptions' && typeOptions?.loadOptionsMethod !== undefined ? [name] : []),
			...(type === 'collection' ? listsIn(options as INodeProperties[]) : []),
		]);
	const all = resources.flatMap(({ value, operations }) =>
		operations.flatMap((operation) =>
			listsIn(operation.fields).map((name) => `${value}.${operation.value}.${name}`),
		),
	);
	const known = new Set(Object.keys(LISTS).map((name) => name.split('.')[2]));
	const missing = all.filter(
		(name) => !OTHERS.some((one) => name.startsWith(`${one}.`)) && !known.has(name.split('.')[2]),
	);
	expect(missing).toEqual([]);
	expect(Object.keys(LISTS).filter((name) => !all.includes(name))).toEqual([]);
});

test('names and descriptions are as n8n wants them for multi-selects', () => {
	const walk = (fields: INodeProperties[]): INodeProperties[] =>
		fields.flatMap((field) => [
			field,
			...(field.type === 'collection' ? walk(field.options as INodeProperties[]) : []),
		]);
	const lists = walk(new Pylon().description.properties).filter(
		({ type, typeOptions }) =>
			type === 'multiOptions' && typeOptions?.loadOptionsMethod !== undefined,
	);
	expect(lists.length).toBeGreaterThan(0);
	for (const { displayName, description, typeOptions } of lists) {
		expect(displayName).toMatch(/ Names or IDs$/);
		expect(description).toContain(
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		);
		expect(Object.keys(loadOptions)).toContain(typeOptions?.loadOptionsMethod);
	}
});
