import type { IDataObject } from 'n8n-workflow';

import { seedIds, type SimulatedPylon } from '../../../../../sandbox/pylon';
import { messageIdOf } from '../../operations/support/messages';

const { accounts, contacts, issues, users } = seedIds;

/**
 * @param sim with the seeded records
 * @returns a value for every required parameter, by its name: records of the seeded company
 */
export const valuesIn = (sim: SimulatedPylon): IDataObject => ({
	accountId: accounts.globex,
	accountHighlightId: seedIds.highlight,
	accountIds: accounts.globex,
	accountRelationshipId: seedIds.relationship,
	activityType: sim.state.activityTypes.get(seedIds.activityTypes.reportExported)?.slug,
	aiAgentId: seedIds.aiAgent,
	articleId: seedIds.articles.export,
	authorUserId: users.nora,
	message: 'Hello',
	callRecordingId: seedIds.callRecordings.globex,
	collectionId: seedIds.collections.billing,
	contactId: contacts.ben,
	content: 'How to export',
	customFieldId: sim.state.customFields.find('slug', 'issue:root_cause')?.id,
	customObjectId: seedIds.customObjects.globex,
	customObjectIds: seedIds.customObjects.globex,
	customObjectType: 'subscription',
	email: 'new@globex.example',
	emailSuppressionId: seedIds.emailSuppressions.ines,
	externalIssueId: 'northwind/app/77',
	featureRequestId: seedIds.featureRequests.pdf,
	fileName: 'export.md',
	fileUrl: 'https://example.com/report.pdf',
	fromPath: '/old',
	issueId: issues.initech,
	knowledgeBaseId: seedIds.knowledgeBase,
	keyField: 'root_cause',
	keyValue: 'quota',
	label: 'Seats',
	macroGroupId: seedIds.macroGroups.general,
	macroId: seedIds.macros.greeting,
	macroName: 'Hello again',
	mergeAccountIds: accounts.initechDuplicate,
	mergeFeatureRequestIds: seedIds.featureRequests.pdfDuplicate,
	messageId: messageIdOf(sim, issues.initech),
	messagesJson: [{ message: 'Hello' }],
	milestoneId: seedIds.milestones.globex,
	name: 'Grace',
	objectName: 'Gold',
	path: '/me',
	projectId: seedIds.projects.globex,
	relatedAccountId: accounts.cedar,
	requestStatus: 'planned',
	snoozeUntil: '2100-01-01T00:00:00Z',
	startTime: '2020-01-01T00:00:00Z',
	surveyId: seedIds.surveys.csat,
	tagId: seedIds.tags.vip,
	tagName: 'vip-2',
	taskCommentId: seedIds.taskComments.own,
	taskId: seedIds.tasks.import,
	teamId: seedIds.teams.support,
	teamName: 'Night shift',
	macroText: 'Hello',
	ticketFormId: seedIds.ticketForms.support,
	title: 'Export is slow',
	trainingDataId: seedIds.trainingData,
	trainingDataName: 'Product manuals',
	userId: users.nora,
});

const ofObject = { field: [{ slug: 'plan', kind: 'single', value: 'monthly' }] };

/**
 * @param sim with the seeded records
 * @returns what an operation needs besides `valuesIn`, or instead, by `resource.operation`
 */
export const leastIn = (sim: SimulatedPylon): Record<string, IDataObject> => ({
	'accountFile.upload': { fileFrom: 'url' },
	'accountRelationship.delete': { accountId: accounts.dune },
	'accountRelationship.getAll': { accountId: accounts.dune },
	'account.upsert': { domain: 'globex.example', name: 'Globex' },
	'contact.upsert': { email: 'grace@example.com', name: 'Grace' },
	'account.updateMany': { updateFields: { ownerId: users.nora } },
	'attachment.create': { fileFrom: 'url' },
	'attachment.download': { fileUrl: storedFile(sim) },
	'customObject.updateMany': { updateFields: { customFields: ofObject } },
	'import.importIssue': { messagesFrom: 'json', state: 'closed' },
	'import.importMessages': { messagesFrom: 'json' },
	'issue.addFollowers': { userIds: users.nora },
	'issue.createIfNoneOpen': { requesterId: contacts.carla },
	'issue.create': { requesterId: contacts.carla },
	'issue.linkExternalIssue': { tracker: 'github', externalIssueId: 'northwind/app/78' },
	'issue.removeFollowers': { userIds: users.omar },
	'issue.unlinkExternalIssue': { tracker: 'github' },
	'knowledgeBaseArticle.requestReview': { reviewerUserIds: users.nora },
	'trainingData.uploadFiles': { binaryPropertyName: 'data' },
	'trainingData.deleteDocuments': { documentIds: seedIds.documents.first },
});

/** The address of a file that Pylon has handed out. */
function storedFile({ state, url }: SimulatedPylon): string {
	const content = new TextEncoder().encode('a screenshot');
	state.files.set('file-1', {
		id: 'file-1',
		name: 'a.png',
		description: null,
		account_id: null,
		type: 'image/png',
		content,
		source_url: null,
	});
	return `${url}/_simulated/files/file-1/a.png?Expires=4102444800&Signature=x`;
}
