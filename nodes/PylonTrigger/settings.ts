import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isBlank, readList, readText, type WrongInput } from '../shared/input';
import type { OutputChoice } from '../Pylon/records/simplified/shapeRecord';
import type { RecordKind } from './events';

type Context = IWebhookFunctions | IHookFunctions;

export type Operator =
	| 'contains'
	| 'equals'
	| 'exists'
	| 'notContains'
	| 'notEquals'
	| 'notExists'
	| 'notOneOf'
	| 'oneOf';

export interface Condition {
	/** Path of the field; with `record.` before it, of the fetched record. */
	field: string;
	operator: Operator;
	/** What to compare with: several texts for `oneOf` and `notOneOf`, else one; none when it is blank. */
	values: string[];
	/** Why the value cannot be compared with, if so. */
	fault?: { says: string; advice: string };
}

/** How long and how many deliveries are remembered. */
export interface Retention {
	ms: number;
	count: number;
}

export interface IdentitySettings {
	/** Path of a field that differs for each event; empty when the payload has none. */
	eventIdField: string;
	/** Whether equal payloads count as one delivery also where the event may repeat with the same IDs. */
	anyEqualPayload: boolean;
}

/** What is fetched by which field of the payload, and how it comes out. */
export interface FetchSettings {
	record: RecordKind;
	idField: string;
	/** `withNames`: whether people, the account and the team of the record get their names and emails. */
	output: OutputChoice;
}

/** What a user has set in the node, with every value of the type that it should have. */
export interface Settings {
	verification: { by: 'signature' | 'header' | 'none'; headerName: string };
	/** Names of events that start the workflow; undefined for all. */
	events?: Set<string>;
	/** Undefined when no record is fetched. */
	fetch?: FetchSettings;
	onFailure: 'run' | 'answer503';
	longestWaitMs: number;
	conditions: Condition[];
	match: 'all' | 'any';
	/** How own events are recognized; undefined when they start the workflow too. */
	own?: { authorIdField: string; userIds: string[] };
	/** Undefined when duplicates start the workflow too. */
	retention?: Retention;
	identity: IdentitySettings;
}

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const list = (value: unknown): string[] =>
	(Array.isArray(value) ? value : text(value).split(',')).map(text).filter((entry) => entry !== '');

function number(value: unknown, [least, most]: [number, number], standard: number): number {
	const given = value === undefined || value === '' ? standard : Number(value);
	return Number.isFinite(given) ? Math.min(most, Math.max(least, given)) : standard;
}

/** How the sender proves itself: whatever is not exactly one of the other two is the safe one. */
export function readVerification(context: Context): Settings['verification'] {
	const by = context.getNodeParameter('verification', 'signature');
	const isOther = by === 'header' || by === 'none';
	return {
		by: isOther ? by : 'signature',
		headerName: by === 'header' ? text(context.getNodeParameter('headerName', '')) : '',
	};
}

/** Names of the events to wait for; undefined for all. */
export function readEvents(context: Context): Set<string> | undefined {
	const chosen = list(context.getNodeParameter('events', ['*']));
	if (chosen.includes('*')) return undefined;
	const custom = chosen.includes('custom')
		? list(context.getNodeParameter('customEvents', ''))
		: [];
	return new Set([...chosen.filter((event) => event !== 'custom'), ...custom]);
}

const RECORDS = new Set(['issue', 'account', 'contact']);

/**
 * What is fetched; undefined for nothing.
 * @param idField the payload's field with its ID; empty for the usual one
 */
export function readFetch(context: Context, idField = ''): Settings['fetch'] {
	const record = text(context.getNodeParameter('fetchRecord', 'none'));
	if (!RECORDS.has(record)) return undefined;
	const given = context.getNodeParameter('output', 'simplified');
	const output = given === 'raw' || given === 'selected' ? given : 'simplified';
	return {
		record: record as RecordKind,
		idField: idField || `${record}_id`,
		output: {
			output,
			fields: output === 'selected' ? list(context.getNodeParameter('selectedFields', '')) : [],
			// A contact names nobody but its account.
			withNames: record !== 'contact' && context.getNodeParameter('addNames', false) === true,
		},
	};
}

const OF_LISTS = new Set<unknown>(['oneOf', 'notOneOf']);

/** An expression may yield true or false, which are text to compare with. */
const asTexts = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(asTexts);
	return typeof value === 'boolean' ? String(value) : value;
};

function readValues(operator: unknown, value: unknown): Pick<Condition, 'values' | 'fault'> {
	if (isBlank(value)) return { values: [] };
	try {
		return {
			values: OF_LISTS.has(operator)
				? readList(asTexts(value), 'Value')
				: [readText(asTexts(value), 'Value')],
		};
	} catch (error) {
		// The readers throw nothing else.
		const { message, description } = error as WrongInput;
		const several =
			Array.isArray(value) && !OF_LISTS.has(operator)
				? " For a list, choose 'Is One Of' or 'Is None Of'."
				: '';
		return { values: [], fault: { says: message, advice: `${description}${several}` } };
	}
}

/** Conditions as they are written; an empty one has an empty field or no values. */
export function readConditions(context: Context): Condition[] {
	const { condition } = (context.getNodeParameter('conditions', {}) ?? {}) as {
		condition?: unknown;
	};
	return (Array.isArray(condition) ? condition : []).map(
		({ field, operator, value }: Partial<Record<string, unknown>>) => ({
			field: text(field),
			operator: text(operator) as Operator,
			...readValues(operator, value),
		}),
	);
}

/**
 * Reads all parameters of the node.
 * @throws what n8n throws when an expression in one of them cannot be evaluated
 */
export function readSettings(context: Context): Settings {
	const more = (context.getNodeParameter('additionalOptions', {}) ?? {}) as Partial<
		Record<string, unknown>
	>;
	return {
		verification: readVerification(context),
		events: readEvents(context),
		fetch: readFetch(context, text(more.recordIdField)),
		onFailure: context.getNodeParameter('onFailure', 'run') === 'answer503' ? 'answer503' : 'run',
		longestWaitMs: number(more.longestWait, [0, 60], 5) * 1000,
		conditions: readConditions(context),
		match: more.conditionsMatch === 'any' ? 'any' : 'all',
		own:
			context.getNodeParameter('dropOwnEvents', false) === true
				? { authorIdField: text(more.authorIdField) || 'author_id', userIds: list(more.ownUserIds) }
				: undefined,
		retention:
			context.getNodeParameter('dropDuplicates', true) === false
				? undefined
				: {
						ms: number(more.rememberHours, [0.01, 24 * 30], 72) * 3_600_000,
						count: Math.round(number(more.rememberCount, [1, 5000], 500)),
					},
		identity: {
			eventIdField: text(more.eventIdField),
			anyEqualPayload: more.equalPayloads === 'drop',
		},
	};
}
