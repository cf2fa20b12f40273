import type { Resource } from '../operation';
import { importContact } from './importContact';
import { importIssue } from './importIssue';
import { importMessages } from './importMessages';

/** Named so because `import` is a word of the language. */
export const importing: Resource = {
	name: 'Import',
	value: 'import',
	operations: [importContact, importIssue, importMessages],
	default: 'importIssue',
};
