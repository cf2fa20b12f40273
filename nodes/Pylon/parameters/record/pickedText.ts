import type { INodePropertyRegexValidation } from 'n8n-workflow';

/** Text without a visible character, which counts as nothing; a pattern cannot decide whether nothing is right. */
const BLANK = '[^!-~]*';

/** The name of Pylon's hosts, in upper or lower case. */
const HOST = '[uU][sS][eE][pP][yY][lL][oO][nN]';

const ID = {
	regex: `(?!\\s*(?:[hH][tT][tT][pP][sS]?:\\/\\/(?![\\s\\S]*(?:${HOST}|%))|\\.{1,2}\\s*$))[\\s\\S]*`,
	errorMessage: 'This is not an ID, but the URL of something else',
};

/**
 * What surely names no record, by the picker's mode. Each pattern takes all that the reader of the mode takes
 * (`records/readReference.ts`): n8n starts no workflow with a value that a pattern refuses, so anything doubtful is left to
 * the reader. None tries a position of the text twice: n8n gives a pattern 250 ms (n8n-workflow 2.41, `safe-regex.js`).
 */
const TEXTS: Record<string, INodePropertyRegexValidation['properties']> = {
	list: ID,
	id: ID,
	number: {
		regex: `(?:${BLANK}|(?![^0-9]*$)[^A-Za-z]*|[\\s\\S]*\\/[\\s\\S]*)`,
		errorMessage: 'This is not a number: write it like 1042 or #1042',
	},
	url: {
		regex: `(?:${BLANK}|[\\s\\S]*(?:${HOST}|%)[\\s\\S]*)`,
		errorMessage:
			'This is not the URL of an issue, such as https://app.usepylon.com/issues?issueNumber=1042',
	},
	email: {
		regex: `(?:${BLANK}|[\\s\\S]*(?:@|%40)[\\s\\S]*)`,
		errorMessage: 'This is not an email address: write it like ada@example.com',
	},
	domain: {
		regex: `(?:${BLANK}|(?![^.]*$)[^@\\/:]*)`,
		errorMessage: 'This is not a domain: write it like globex.com, without https:// or a path',
	},
	/** In a condition: any text but what is left of a missing value. */
	value: {
		regex: '(?!\\s*(?:undefined|NaN)\\s*$)[\\s\\S]*',
		errorMessage: 'This is what a missing value becomes',
	},
	externalId: {
		regex: '(?!\\s*\\.{1,2}\\s*$)[\\s\\S]*',
		errorMessage: 'This cannot be an ID',
	},
};

/**
 * @param mode the name of a picker's mode
 * @returns what the editor refuses in it at once; it does not look at a value from an expression
 */
export function validationOf(mode: string): INodePropertyRegexValidation[] {
	const properties = TEXTS[mode];
	return properties === undefined ? [] : [{ type: 'regex', properties }];
}
