import { accountId, issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';

export const findSimilar: Operation = {
	name: 'Find Similar',
	value: 'findSimilar',
	action: 'Find similar issues',
	description:
		"Find issues about the same thing as an issue or a text, the most similar first. Compares the words of the titles. Each result has a 'similarity' from 0 to 1.",
	effect: 'reads',
	request: { method: 'POST', url: '/issues/search' },
	safeToRepeat: true,
	load: async () => {
		const handler = await import('./findSimilar.handler');
		return { validate: [handler.similarityInput], run: handler.findSimilar };
	},
	fields: [
		{
			displayName: 'Similar To',
			name: 'similarTo',
			type: 'options',
			noDataExpression: true,
			default: 'issue',
			options: [
				{
					name: 'Issue',
					value: 'issue',
					description: 'Compare with the title of an issue (which is not returned itself)',
				},
				{ name: 'Text', value: 'text', description: 'Compare with a few words' },
			],
		},
		{
			...issueId,
			displayOptions: { show: { similarTo: ['issue'] } },
			description: 'The issue to compare with',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. export stops at 10,000 rows',
			displayOptions: { show: { similarTo: ['text'] } },
			description: 'The text to compare with: a few words, like those of a title',
		},
		{
			displayName: 'Search In',
			name: 'searchIn',
			type: 'options',
			noDataExpression: true,
			default: 'workspace',
			options: [
				{ name: 'Same Account', value: 'account', description: 'Only issues of the same customer' },
				{ name: 'Whole Workspace', value: 'workspace', description: 'Issues of all customers' },
			],
		},
		{
			...accountId,
			displayOptions: { show: { similarTo: ['text'], searchIn: ['account'] } },
			description: 'The account whose issues are searched',
		},
		{
			displayName: 'State',
			name: 'issueState',
			type: 'options',
			noDataExpression: true,
			default: 'any',
			options: [
				{
					name: 'Any',
					value: 'any',
					description: 'Include closed issues, to see how they were solved',
				},
				{
					name: 'Open',
					value: 'open',
					description: 'Only issues that are not closed, to find duplicates',
				},
			],
		},
		{
			displayName: 'Limit',
			name: 'maxIssues',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 10,
			description: 'Max number of results to return',
		},
		...output.similarIssue,
	],
};
