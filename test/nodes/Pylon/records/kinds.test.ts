import type { INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { kindOfParameter, kinds } from '../../../../nodes/Pylon/records';
import { resources } from '../../../../nodes/Pylon/operations';
import { seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { searchList } from '../../../support/loadOptions';
import { by, byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const issueId = byId(seedIds.issues.initech);
const knowledgeBaseId = byId(seedIds.knowledgeBase);

interface Taker {
	/** Resource, operation and parameter that take the record. */
	takes: [resource: string, operation: string, parameter: string];
	/** The node's other parameters. */
	with?: INodeParameters;
	/** The record of the list that the operation takes; default the first one. */
	pick?: string;
	/** How many requests the list takes; default 1. */
	requests?: number;
}

/** By the list method: what the editor's list brings is taken by this operation, `get` where there is one. */
const TAKERS: Record<string, Taker> = {
	searchAccountRelationships: {
		takes: ['accountRelationship', 'delete', 'accountRelationshipId'],
		with: { accountId: byId(seedIds.accounts.harbor) },
	},
	searchAccounts: { takes: ['account', 'get', 'accountId'] },
	searchArticles: {
		takes: ['knowledgeBaseArticle', 'get', 'articleId'],
		with: { knowledgeBaseId },
	},
	searchCallRecordings: { takes: ['callRecording', 'get', 'callRecordingId'] },
	searchCollections: {
		takes: ['knowledgeBaseCollection', 'get', 'collectionId'],
		with: { knowledgeBaseId },
	},
	searchContacts: { takes: ['contact', 'get', 'contactId'] },
	searchCustomerMessages: {
		takes: ['issue', 'reply', 'messageId'],
		with: {
			issueId,
			messageToAnswer: 'specific',
			message: 'Hello',
			toEmails: 'dmitri@initech.example',
		},
	},
	searchCustomFields: { takes: ['customField', 'get', 'customFieldId'] },
	searchCustomObjects: {
		takes: ['customObject', 'get', 'customObjectId'],
		with: { customObjectType: 'subscription' },
	},
	searchEmailSuppressions: { takes: ['emailSuppression', 'delete', 'emailSuppressionId'] },
	searchFeatureRequests: { takes: ['featureRequest', 'get', 'featureRequestId'] },
	searchIssues: { takes: ['issue', 'get', 'issueId'] },
	searchKnowledgeBases: { takes: ['knowledgeBase', 'get', 'knowledgeBaseId'] },
	searchMacroGroups: {
		takes: ['macro', 'create', 'macroGroupId'],
		with: { macroName: 'Thanks', macroText: 'Thanks' },
	},
	searchMacros: { takes: ['macro', 'get', 'macroId'] },
	searchMessages: { takes: ['issue', 'redactMessage', 'messageId'], with: { issueId } },
	// Its tasks, then the one milestone that they have.
	searchMilestones: { takes: ['milestone', 'get', 'milestoneId'], requests: 2 },
	searchNotes: {
		takes: ['issue', 'addNote', 'additionalFields.messageId'],
		with: { issueId, message: 'Seen' },
	},
	searchProjects: { takes: ['project', 'get', 'projectId'] },
	searchSurveys: { takes: ['survey', 'get', 'surveyId'] },
	searchTags: { takes: ['tag', 'get', 'tagId'] },
	searchTaskComments: {
		takes: ['taskComment', 'update', 'taskCommentId'],
		with: { taskId: byId(seedIds.tasks.import), message: 'Done' },
		// Nobody else's comment can be changed.
		pick: seedIds.taskComments.own,
	},
	searchTasks: { takes: ['task', 'get', 'taskId'] },
	searchTeams: { takes: ['team', 'get', 'teamId'] },
	searchThreads: {
		takes: ['issue', 'addNote', 'additionalFields.threadId'],
		with: { issueId, message: 'Seen' },
	},
	searchTicketForms: { takes: ['ticketForm', 'get', 'ticketFormId'] },
	searchTrainingData: { takes: ['trainingData', 'get', 'trainingDataId'] },
	searchUsers: { takes: ['user', 'get', 'userId'] },
};

test('every kind has its case', () => {
	expect(Object.keys(TAKERS).sort()).toEqual(kinds.map(({ listSearch }) => listSearch).sort());
});

test.each(Object.entries(TAKERS))(
	'%s brings records that an operation takes',
	async (method, { takes, with: others = {}, pick, requests = 1 }) => {
		const [resource, operation, parameter] = takes;
		const { results } = await searchList(new Pylon(), method, pylon.credentials, {
			parameters: { resource, operation, ...others },
		});
		expect(pylon.sim.requests).toHaveLength(requests);
		const value = results.find((result) => pick === undefined || result.value === pick)
			?.value as string;
		const [name, entry] = parameter.split('.').reverse();
		const picked = { [name]: by('list', value) };

		const { items, error } = await runNode({
			node: new Pylon(),
			parameters: {
				resource,
				operation,
				...others,
				...(entry === undefined ? picked : { [entry]: picked }),
			},
			credentials: pylon.credentials,
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		if (operation === 'get') expect(items[0].json.id).toBe(value);
	},
);

test.each(kinds.map((kind) => [kind.listSearch, kind] as const))(
	'%s: labels tell the seeded records apart',
	async (method) => {
		const { with: parameters } = TAKERS[method];
		const { results } = await searchList(new Pylon(), method, pylon.credentials, { parameters });
		expect(results.length).toBeGreaterThan(0);
		for (const { name, value } of results) {
			expect(name).toMatch(/\w/);
			expect(name).not.toMatch(/undefined|null|\[object|NaN/);
			expect(name).not.toBe(value);
		}
		expect(new Set(results.map(({ name }) => name)).size).toBe(results.length);
	},
);

/** Every picker of the description, also inside collections. */
function pickersIn(fields: INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => {
		const parts = (field.options ?? []) as Array<INodeProperties | INodePropertyCollection>;
		const inner = parts.flatMap((part) =>
			'values' in part ? part.values : 'type' in part ? [part] : [],
		);
		return [...(field.type === 'resourceLocator' ? [field] : []), ...pickersIn(inner)];
	});
}

const pickers = pickersIn(new Pylon().description.properties);
const listMethodOf = ({ modes = [] }: INodeProperties) =>
	modes.find(({ type }) => type === 'list')?.typeOptions?.searchListMethod;

test('every list method is used, and every picker with a list has its method', () => {
	const used = new Set(pickers.map(listMethodOf).filter((method) => method !== undefined));
	// Values of conditions are records or choices of many kinds.
	const others = ['searchFilterValues'];
	expect([...used].sort()).toEqual(
		[...kinds.map(({ listSearch }) => listSearch), ...others].sort(),
	);
});

test('records that Pylon lists nowhere are named by their ID', () => {
	const without = pickers
		.filter((field) => listMethodOf(field) === undefined)
		.map(({ name }) => name);
	expect([...new Set(without)].sort()).toEqual([
		'accountHighlightId',
		'aiAgentId',
		'projectTemplateId',
	]);
});

test('a record in a path that has other names than its ID is looked up', () => {
	const named = new Set(
		kinds.filter(({ namings }) => namings !== undefined).map(({ listSearch }) => listSearch),
	);
	const inPaths = resources.flatMap(({ operations }) =>
		operations.flatMap(({ request, fields }) => {
			const names = [...request.url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			return fields.filter(
				(field) => names.includes(field.name) && named.has(listMethodOf(field) ?? ''),
			);
		}),
	);
	for (const field of inPaths)
		expect([field.name, kindOfParameter[field.name]?.listSearch]).toEqual([
			field.name,
			listMethodOf(field),
		]);
	expect(inPaths.length).toBeGreaterThan(0);
});
