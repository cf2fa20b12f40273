import { issueId } from '../../parameters/record/commonRecordFields';
import { output } from '../../parameters/output/outputFields';
import { issueIdOfNumber } from '../issue/issueNumber.steps';
import type { Operation } from '../operation';
import { messages } from './messages';
import { warningsInItem } from './warnings';

export const importMessages: Operation = {
	name: 'Import Messages',
	value: 'importMessages',
	action: 'Import old messages into issue',
	description: 'Add old messages to an issue. Nobody is contacted.',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/import/issues/{issueId}/messages' },
	safeToRepeat: false,
	lookUp: [issueIdOfNumber],
	output: [warningsInItem],
	fields: [issueId, ...messages, ...output.importedIssue],
};
