import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { bodyOf, run, sent } from './support/cases';

/** Fields within an object of the body: of one that is left out, no empty object remains. */

test('an import without the old IDs has no object for them', async () => {
	const additionalFields = { zendeskTicketId: '={{ $json.ticket }}' };
	const parameters = {
		resource: 'import',
		operation: 'importIssue',
		title: 'Export stops',
		state: 'closed',
		messages: { message: [{ message: 'Old' }] },
	};
	expect((await run({ ...parameters, additionalFields })).error).toBeUndefined();
	expect(bodyOf('POST')).not.toHaveProperty('external_refs');
	await run({
		...parameters,
		additionalFields: { ...additionalFields, intercomConversationId: 'ic-1' },
	});
	expect(bodyOf('POST')).toMatchObject({ external_refs: { intercom_conversation_id: 'ic-1' } });
});

test('an update of nothing else is refused', async () => {
	const { error } = await run({
		resource: 'knowledgeBaseArticle',
		operation: 'update',
		knowledgeBaseId: byId(seedIds.knowledgeBase),
		articleId: byId(seedIds.articles.export),
		updateFields: { customerVisibilityCondition: '={{ $json.none }}', ifEmpty: 'leaveOut' },
	});
	expect(error?.message).toContain('There is nothing to change');
	expect(sent('PATCH')).toEqual([]);
});
