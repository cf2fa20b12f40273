import { customFieldsOfImport } from '../../parameters/customFields/customFieldsField';
import { output } from '../../parameters/output/outputFields';
import type { Operation } from '../operation';
import { additionalFields, state, title } from './importIssue.fields';
import { messages } from './messages';
import { warningsInItem } from './warnings';

export const importIssue: Operation = {
	name: 'Import Issue',
	value: 'importIssue',
	action: 'Import issue from another help desk',
	description:
		"Import an issue with its messages and original times from another help desk. Nobody is contacted; to write to a customer, use 'Create' of 'Issue'.",
	effect: 'writesInternally',
	request: { method: 'POST', url: '/import/issues' },
	safeToRepeat: false,
	output: [warningsInItem],
	fields: [
		title,
		state,
		...messages,

		additionalFields,
		customFieldsOfImport,
		...output.importedIssue,
	],
};
