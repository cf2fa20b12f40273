import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { UUID } from './values';
import {
	type Kind,
	isNothing,
	switches,
	number,
	moment,
	text,
	prose,
	email,
	color,
	recordEmail,
	emails,
	url,
	urls,
	domain,
	domains,
	phone,
	phones,
	list,
	anything,
} from './plainKinds';

/** IDs: what else names the record is looked up, so that both a request with its ID and a refusal are right. */
const record: Kind = (value) => {
	if (isNothing(value)) return 'nothing';
	if (value === `"${UUID}"` || value === `https://app.usepylon.com/records/${UUID}`)
		return { sends: UUID };
	if (value === 'https://example.com/a.png' || typeof value === 'boolean' || value === 1.5)
		return 'refused';
	if (typeof value === 'string' && /[@.]|^\d+$/.test(value)) return undefined;
	if (typeof value === 'number' && Number.isFinite(value)) return undefined;
	// A whole record, or a list of them.
	if (value === '{"a":1}' || value === '["vip","billing"]' || value === "['vip','billing']")
		return 'refused';
	return text(value);
};

/** Lists of records: names are looked up. */
const records: Kind = (value) => {
	const verdict = list(value);
	if (typeof verdict !== 'object') return verdict;
	if (value === `"${UUID}"` || value === `https://app.usepylon.com/records/${UUID}`)
		return { sends: [UUID] };
	if (value === 'https://example.com/a.png') return 'refused';
	return typeof value === 'string' && /[@.]/.test(value) ? undefined : verdict;
};

/** Lists of IDs that stand for nothing else: an address of Pylon's app has one in it, another is none. */
const ids: Kind = (value) => records(value) ?? list(value);

const choice = (options: INodePropertyOptions[]): Kind => {
	const [first] = options;
	return (value) => {
		if (isNothing(value)) return 'nothing';
		const named = options.find(({ name, value: own }) =>
			[name, String(own)].some((one) => one.toLowerCase() === String(value).trim().toLowerCase()),
		);
		if (value === choiceLabel(first)) return { sends: first.value };
		return named === undefined || typeof value === 'object' ? 'refused' : { sends: named.value };
	};
};

/**
 * @param option an entry of a drop-down
 * @returns its label as somebody else may write it
 */
export const choiceLabel = ({ name }: INodePropertyOptions): string => ` ${name.toUpperCase()} `;

/** Those that conditions of a search compare with (conditions.test.ts). */
export const KINDS = { text, list, record, records, ids, number, moment, switches, choice };

const BY_NAME: Record<string, Kind> = {
	activityType: text,
	allowedAgentIds: ids,
	attachmentUrls: urls,
	avatarUrl: url,
	bccEmails: emails,
	binaryPropertyName: anything,
	binaryPropertyNames: anything,
	ccEmails: emails,
	channelUrl: url,
	defaultValues: list,
	domain,
	domains,
	moreDomains: domains,
	externalIssueId: record,
	fileUrl: url,
	fromEmail: email,
	hexColor: color,
	link: url,
	logoUrl: url,
	matchBy: anything,
	path: anything,
	phoneNumbers: phones,
	primaryDomain: domain,
	primaryPhoneNumber: phone,
	requestStatus: anything,
	requestStatuses: list,
	requesterAvatarUrl: url,
	// Names fields of the answer, so it is not sent.
	selectedFields: anything,
	portalRole: anything,
	portalRoleId: record,
	state: anything,
	customObjectType: record,
	keyField: anything,
	tagIds: ids,
	tags: list,
	text: anything,
	visibleTeamIds: ids,
	customObjectIds: ids,
	documentIds: ids,
	value: anything,
	values: list,
	toEmails: emails,
};

const MESSAGES = new Set(['body', 'content', 'description', 'macroText', 'message']);

/** Beside those with several rows. */
const PROSE = new Set(['description', 'defaultValue']);

/**
 * @param property a parameter
 * @param operation it belongs to, as `resource.operation`
 * @returns the kind of its values; undefined for one that has no value of its own, or takes no expression
 */
export function kindOf(property: INodeProperties, operation: string): Kind | undefined {
	const kind = ownKindOf(property, operation);
	// Nothing of a question is sent as it is: it becomes part of a note, or of the page. Its own tests know as what.
	const isOfNote = operation === 'issue.sendAndWait' && property.name !== 'issueId';
	return kind !== undefined && isOfNote ? inARange(kind) : kind;
}

function ownKindOf(property: INodeProperties, operation: string): Kind | undefined {
	const { name, type, options, routing, typeOptions, noDataExpression } = property;
	if (noDataExpression === true) return undefined;
	// One entry for each file.
	if (operation === 'trainingData.uploadFiles' && ['externalIds', 'fileNames'].includes(name))
		return anything;
	if (operation === 'trainingData.deleteDocuments' && name === 'externalIds') return list;
	// Another field cannot hold such a slug: n8n's HTTP client drops the key.
	if (name === 'slug' && operation.startsWith('customObject.'))
		return (value) => (value === '__proto__' || value === 'constructor' ? undefined : text(value));
	if (operation === 'attachment.download') return anything;
	if (operation.startsWith('apiRequest.') && type === 'string') return anything;
	// Written as plain text, sent as HTML: tests of their own (test/nodes/shared/html) know as what.
	if (
		MESSAGES.has(name) &&
		operation !== 'trainingData.uploadContent' &&
		routing?.send?.property !== 'description'
	)
		return inARange(prose);
	switch (type) {
		case 'boolean':
			return switches;
		case 'number':
			return ['durationAmount', 'largestSize', 'resumeAmount'].includes(name)
				? numberOfOwnRange
				: wholeOrRefused;
		case 'dateTime':
			return ['endTime', 'maxDateAndTime', 'snoozeUntil', 'startTime'].includes(name)
				? momentOfOwnRange
				: moment;
		case 'resourceLocator':
			return record;
		case 'multiOptions':
			return BY_NAME[name] ?? records;
		case 'options':
			if (BY_NAME[name] !== undefined) return BY_NAME[name];
			return typeOptions?.loadOptionsMethod === undefined
				? choice(options as INodePropertyOptions[])
				: text;
		case 'json':
			return anything;
		case 'string':
		case 'color':
			if (name === 'email') return recordEmail;
			return BY_NAME[name] ?? (typeOptions?.rows !== undefined || PROSE.has(name) ? prose : text);
		default:
			return undefined;
	}
}

/** Of what a kind takes, a parameter may take a range only. */
const inARange =
	(kind: Kind): Kind =>
	(value) => {
		const verdict = kind(value);
		return typeof verdict === 'object' ? undefined : verdict;
	};

const momentOfOwnRange = inARange(moment);
const numberOfOwnRange = inARange(number);
const wholeOrRefused: Kind = (value) => (value === 1.5 ? 'refused' : numberOfOwnRange(value));
