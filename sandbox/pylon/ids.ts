/**
 * Ids are UUIDs (openapi.yaml, `x-id-format`), the same at every start, so that documentation, workflows and failing
 * tests can name them. The first digits tell the kind of record, the last ones count from 1.
 */
const PREFIXES = {
	organization: '0c',
	user: '05',
	role: '06',
	team: '07',
	tag: '1a',
	customField: 'cf',
	account: 'a0',
	contact: 'c0',
	highlight: 'a2',
	relationship: 'a3',
	activityType: 'a4',
	activity: 'a5',
	file: 'f1',
	callRecording: 'ca',
	auditLog: 'ad',
	survey: '5a',
	surveyResponse: '5b',
	emailSuppression: 'e5',
	issue: '15',
	message: 'e0',
	thread: 'ed',
	voiceCall: '3c',
	ticketForm: '3f',
	aiAgent: 'a9',
	knowledgeBase: '0b',
	article: 'a1',
	collection: 'c1',
	macroGroup: '3a',
	macro: '3b',
	customObject: 'cb',
	trainingData: 'd0',
	document: 'd1',
	projectTemplate: 'b2',
	project: 'b0',
	milestone: 'b1',
	task: '7a',
	taskComment: '7c',
	featureRequest: 'fe',
	other: 'ff',
} as const;

/** A kind of record that has ids. */
export type IdKind = keyof typeof PREFIXES;

/**
 * @param kind decides the first two digits
 * @param count which record of its kind, counted from 1
 * @returns its UUID, e.g. `15000000-0000-4000-8000-000000000001` for the first issue
 */
export function recordId(kind: IdKind, count: number): string {
	return `${PREFIXES[kind]}000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * @param text of any kind; upper case is fine
 * @returns whether it has the form of a UUID
 */
export function isUuid(text: string): boolean {
	return UUID.test(text);
}
