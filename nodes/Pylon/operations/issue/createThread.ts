import { collections } from '../../parameters/collections';
import { issueId } from '../../parameters/record/commonRecordFields';
import { texts } from '../../parameters/texts/commonTextFields';
import type { Operation } from '../operation';
import { issueIdOfNumber } from './issueNumber.steps';

export const createThread: Operation = {
	name: 'Create Thread',
	value: 'createThread',
	action: 'Create internal thread in issue',
	description: 'Open an internal thread for notes that customers do not see',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/issues/{issueId}/threads' },
	safeToRepeat: false,
	lookUp: [issueIdOfNumber],
	fields: [
		issueId,
		{
			...collections.additionalFields,
			options: [
				{
					...texts.name,
					placeholder: 'e.g. Escalation to billing',
					description: 'Name of the thread in Pylon',
				},
			],
		},
	],
};
