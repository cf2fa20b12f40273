import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';

const { first, initech } = seedIds.issues;

const field = {
	fieldLabel: 'Way',
	fieldName: 'way',
	requiredField: true,
	fieldOptions: { values: [{ option: 'Card' }] },
	defaultValue: 'Card',
};

/** How it waits and goes on is tested in `test/nodes/Pylon/sendAndWait`; here, what it sends. */
describeOperations(issuePart('sendAndWait'), {
	sendAndWait: {
		least: {
			parameters: { issueId: byId(first), message: 'May we?' },
			then: ({ json, sent, requests }) => {
				expect(json).toEqual([]);
				expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
					`GET /issues/${first}`,
					`POST /issues/${first}/note`,
				]);
				expect(sent.body).toEqual({ body_html: expect.stringContaining('<p>May we?</p>') });
			},
		},
		all: [
			{
				parameters: {
					issueId: byId(initech),
					message: '*May we?*',
					messageFormat: 'markdown',
					askIn: 'thread',
					threadId: byId(seedIds.threads.log),
					responseType: 'approval',
					approvalOptions: {
						values: { approvalType: 'double', approveLabel: 'Yes', disapproveLabel: 'No' },
					},
					options: {
						askForReason: false,
						followUpNote: false,
						limitWaitTime: {
							values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'days' },
						},
						onTimeout: 'fail',
						severalItems: 'refuse',
						whoMayAnswer: 'Billing',
					},
				},
				then: ({ sent }) => expect(sent.body).toMatchObject({ thread_id: seedIds.threads.log }),
			},
			{
				parameters: {
					issueId: byId(first),
					message: 'How?',
					responseType: 'customForm',
					defineForm: 'fields',
					formFields: {
						values: [
							{ ...field, fieldType: 'dropdown' },
							{ fieldLabel: 'Why', fieldType: 'textarea', placeholder: 'In short' },
						],
					},
					options: {
						limitWaitTime: {
							values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2099-01-01T00:00' },
						},
					},
				},
				then: ({ sent }) => expect(JSON.stringify(sent.body)).toContain('<b>Respond</b>'),
			},
			{
				parameters: {
					issueId: byId(first),
					message: 'How?',
					responseType: 'customForm',
					defineForm: 'json',
					jsonOutput: '[{"fieldLabel":"Amount","fieldType":"number"}]',
				},
				then: ({ sent }) => expect(JSON.stringify(sent.body)).toContain('<b>Respond</b>'),
			},
		],
		wrong: { parameters: { issueId: byId(first), message: '' }, message: "'Message' is empty" },
		notOffered: {
			attachment_urls: 'A question has links, no files.',
			message_id: 'The follow-up has it; a question names its thread.',
			thread_name: 'A new thread for each question would scatter them.',
			user_id: 'The token asks.',
		},
	},
});
