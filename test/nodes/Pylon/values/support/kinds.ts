import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { HALF_EMOJI, NOTHING, UUID } from './values';

/** What comes of a value: it is sent as something, refused unsent, or counts as nothing; undefined where both is right. */
export type Verdict = { sends: unknown } | 'refused' | 'nothing' | undefined;

/** The verdict on each value, from the table of docs/values.md, never from the code. */
export type Kind = (value: unknown) => Verdict;

const isNothing = (value: unknown) => (NOTHING as readonly unknown[]).includes(value);

/** A kind that takes the values of a list, and refuses all others. */
const taking =
	(takes: Array<[value: unknown, sends: unknown]>, either: unknown[] = []): Kind =>
	(value) => {
		if (isNothing(value)) return 'nothing';
		if (either.some((one) => Object.is(one, value))) return undefined;
		const found = takes.find(
			([taken]) => JSON.stringify(taken) === JSON.stringify(value) && typeof taken === typeof value,
		);
		return found === undefined || value !== value ? 'refused' : { sends: found[1] };
	};

const switches = taking([
	[true, true],
	[false, false],
	['TRUE', true],
	['no', false],
	[1, true],
	[0, false],
]);

const number = taking([
	[0, 0],
	[1, 1],
	[2, 2],
	[1.5, 1.5],
	['7', 7],
	[46353, 46353],
	['46353', 46353],
	[1798700000, 1798700000],
	[1798700000000, 1798700000000],
	[2027, 2027],
	['2027', 2027],
]);

const moment = taking([
	[46353, '2026-11-27T00:00:00Z'],
	['46353', '2026-11-27T00:00:00Z'],
	[1798700000, '2026-12-31T06:53:20Z'],
	[1798700000000, '2026-12-31T06:53:20Z'],
	['2026-11-27T09:00', '2026-11-27T09:00:00Z'],
	['2026-11-27T09:00:00+01:00', '2026-11-27T08:00:00Z'],
]);

/** Text stays text, whatever it looks like, but for what is left of objects and missing values. */
const textBy =
	(clean: (text: string) => string): Kind =>
	(value) => {
		if (isNothing(value)) return 'nothing';
		if (typeof value === 'boolean') return undefined;
		if (typeof value === 'number')
			return Number.isFinite(value) ? { sends: String(value) } : 'refused';
		if (typeof value !== 'string') return 'refused';
		if (value.includes('[object Object]') || value === 'undefined' || value === HALF_EMOJI)
			return 'refused';
		return { sends: clean(value) };
	};

/** Nothing in the values but these stands around a text. */
const text = textBy((value) => value.replace(/^[\s\u202d]+|[\s\u202c]+$/g, ''));
const prose = textBy((value) => value);

const EMAILS = [' Ada@Example.com\n', 'Ada <ada@example.com>', 'mailto:ada@example.com'];
const bare = (email: string) => (email === EMAILS[0] ? 'Ada@Example.com' : 'ada@example.com');
const email = taking(EMAILS.map((one) => [one, bare(one)]));
const recordEmail = taking(EMAILS.map((one) => [one, 'ada@example.com']));
const emails = taking(EMAILS.map((one) => [one, [bare(one)]]));

const url = taking([
	[`https://app.usepylon.com/records/${UUID}`, `https://app.usepylon.com/records/${UUID}`],
	['https://example.com/a.png', 'https://example.com/a.png'],
]);
const urls: Kind = (value) => {
	const verdict = url(value);
	return typeof verdict === 'object' ? { sends: [verdict.sends] } : verdict;
};

const domain = taking([['WWW.Globex.example', 'globex.example']]);
const domains = taking([['WWW.Globex.example', ['globex.example']]]);

const phone = taking([
	...[0, 1, 2, 2027, 46353, 1798700000, 1798700000000].map((one): [unknown, unknown] => [
		one,
		String(one),
	]),
	['7', '7'],
	['46353', '46353'],
	['2027', '2027'],
	['+1 (555) 0100', '15550100'],
]);
const phones: Kind = (value) => {
	if (value === '1,234') return { sends: ['1', '234'] };
	const verdict = phone(value);
	return typeof verdict === 'object' ? { sends: [verdict.sends] } : verdict;
};

/** Lists of texts: one text is a list of one. */
const list: Kind = (value) => {
	const known = taking([
		[
			['vip', ' billing'],
			['vip', 'billing'],
		],
		['vip, billing', ['vip', 'billing']],
		["['vip','billing']", ['vip', 'billing']],
		['["vip","billing"]', ['vip', 'billing']],
		['vip;billing\nnew', ['vip', 'billing', 'new']],
		['1,234', ['1', '234']],
	])(value);
	if (known !== 'refused' || typeof value === 'object' || value === '{"a":1}') return known;
	const one = typeof value === 'boolean' ? 'refused' : text(value);
	return typeof one === 'object' ? { sends: [one.sends] } : one;
};

/** IDs: what else names the record is looked up, so that both a request with its ID and a refusal are right. */
const record: Kind = (value) => {
	if (isNothing(value)) return 'nothing';
	if (value === `"${UUID}"` || value === `https://app.usepylon.com/records/${UUID}`)
		return { sends: UUID };
	if (value === 'https://example.com/a.png' || typeof value === 'boolean' || value === 1.5)
		return 'refused';
	if (typeof value === 'string' && /[@.]|^\d+$/.test(value)) return undefined;
	if (typeof value === 'number' && Number.isFinite(value)) return undefined;
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

/** The label of a choice as somebody else may write it. */
export const choiceLabel = ({ name }: INodePropertyOptions): string => ` ${name.toUpperCase()} `;

/** Either taken or refused, and never sent as something else: see the rules that hold for all. */
const anything: Kind = (value) => (isNothing(value) ? 'nothing' : undefined);

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
	externalIssueId: record,
	fileUrl: url,
	fromEmail: email,
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

/** @returns the kind of a parameter; undefined for those that have no value of their own, or take no expression */
export function kindOf(property: INodeProperties, operation: string): Kind | undefined {
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
			return ['durationAmount', 'largestSize'].includes(name) ? numberOfOwnRange : wholeOrRefused;
		case 'dateTime':
			return ['endTime', 'snoozeUntil', 'startTime'].includes(name) ? momentOfOwnRange : moment;
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
