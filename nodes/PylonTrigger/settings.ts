import { readOutput } from '../Pylon/records/simplified/readOutput';
import type { OutputChoice } from '../Pylon/records/simplified/shapeRecord';
import {
	emptyInput,
	isBlank,
	isJsonObject,
	readChoice,
	readList,
	readText,
	WrongInput,
	type JsonObject,
} from '../shared/input';
import { OPERATORS, type Operator } from './description/conditions';
import type { RecordKind } from './events';
import { Parameters, type Context } from './parameters';

export interface Condition {
	/** The path of the field; with `record.` before it, a field of the fetched record. */
	field: string;
	operator: Operator;
	/** What to compare with: several texts for `oneOf` and `notOneOf`, otherwise one; none when the user gave none. */
	values: string[];
	/** Why the condition cannot be used; undefined when it can. */
	fault?: { says: string; advice: string };
}

/** How long deliveries are remembered, and how many. */
export interface Retention {
	ms: number;
	count: number;
}

export interface IdentitySettings {
	/** The path of a field that differs for each event; empty when the payload has none. */
	eventIdField: string;
	/** Whether equal payloads count as one delivery even where the event may repeat with the same IDs. */
	anyEqualPayload: boolean;
}

/** Which record is fetched, which field of the payload has its ID, and the form in which it comes out. */
export interface FetchSettings {
	record: RecordKind;
	idField: string;
	/** `withNames`: whether people, the account and the team of the record get their names and emails. */
	output: OutputChoice;
}

/** What a user has set in the node, with every value in the type that it should have. */
export interface Settings {
	verification: { by: 'signature' | 'header' | 'none'; headerName: string };
	/** Names of the events that start the workflow; undefined for all. */
	events?: Set<string>;
	/** Undefined when no record is fetched. */
	fetch?: FetchSettings;
	onFailure: 'run' | 'answer503';
	longestWaitMs: number;
	conditions: Condition[];
	match: 'all' | 'any';
	/** How events that this token has caused are recognized; undefined when they start the workflow too. */
	own?: { authorIdField: string; userIds: string[] };
	/** Undefined when duplicates start the workflow too. */
	retention?: Retention;
	identity: IdentitySettings;
}

/** How the sender proves who it is. Where the header has no name, the name is empty: `checkSetup` and `verify` refuse that. */
function readVerification(parameters: Parameters, context: Context): Settings['verification'] {
	const by = parameters.choice<Settings['verification']['by']>('verification');
	const isNamed = by === 'header' && !isBlank(context.getNodeParameter('headerName', ''));
	return { by, headerName: isNamed ? parameters.text('headerName') : '' };
}

/** Names of the events that start the workflow; undefined for all. */
function readEvents(parameters: Parameters): Settings['events'] {
	const chosen = parameters.choices('events');
	if (chosen.length === 0) {
		throw new WrongInput(
			"Choose at least one event under 'Trigger On'",
			"For all of them, choose 'Any Event'.",
		);
	}
	if (chosen.includes('*')) return undefined;
	const custom = chosen.includes('custom') ? parameters.list('customEvents') : [];
	if (chosen.includes('custom') && custom.length === 0) throw emptyInput('Custom Event Names');
	return new Set([...chosen.filter((event) => event !== 'custom'), ...custom]);
}

/** Which record is fetched; undefined for none. */
function readFetch(parameters: Parameters, context: Context): Settings['fetch'] {
	const record = parameters.choice<RecordKind | 'none'>('fetchRecord');
	if (record === 'none') return undefined;
	return {
		record,
		idField: parameters.text('recordIdField') || `${record}_id`,
		output: readOutput((name, standard) => context.getNodeParameter(name, standard as string)),
	};
}

const LISTS: Operator[] = ['oneOf', 'notOneOf'];

/** Turns true and false into texts to compare with, since an expression may yield them. */
const asTexts = (value: unknown): unknown =>
	Array.isArray(value)
		? value.map((one: unknown) => (typeof one === 'boolean' ? String(one) : one))
		: typeof value === 'boolean'
			? String(value)
			: value;

function readValues(operator: Operator, value: unknown): string[] {
	if (isBlank(value) || ['exists', 'notExists'].includes(operator)) return [];
	if (LISTS.includes(operator)) return readList(asTexts(value), 'Value');
	if (!Array.isArray(value)) return [readText(value, 'Value')];
	throw new WrongInput(
		"'Value' is a list",
		"Let the expression return a single text, or choose 'Is One Of' or 'Is None Of'.",
	);
}

function readCondition({ field, operator, value }: JsonObject): Condition {
	const condition: Condition = { field: '', operator: 'equals', values: [] };
	try {
		if (!isBlank(field)) condition.field = readText(field, 'Field');
		condition.operator = readChoice(operator, 'Operator', OPERATORS);
		condition.values = readValues(condition.operator, value);
	} catch (error) {
		// The readers throw nothing else.
		const { message, description } = error as WrongInput;
		condition.fault = { says: message, advice: description };
	}
	return condition;
}

/**
 * The conditions as the user wrote them; an empty one has an empty field or no values. What n8n cannot read (an expression
 * for the whole, another shape), it turns into an object without a list (n8n-workflow 2.41, `getNodeParameters`).
 */
function readConditions(context: Context): Condition[] {
	const given: unknown = context.getNodeParameter('conditions', {});
	const { condition } = isJsonObject(given) ? given : {};
	if (Array.isArray(condition)) return (condition as JsonObject[]).map(readCondition);
	throw new WrongInput(
		"'Conditions' cannot be read",
		"Without them, every event would start the workflow. Add each condition in the editor, and use expressions only in its fields. For no conditions, remove 'conditions' from the node's parameters.",
	);
}

/**
 * Reads all parameters of the node.
 * @param context the context of the webhook call, or of the hook by which n8n registers the webhook
 * @returns the settings
 * @throws WrongInput when a parameter cannot be used; what n8n throws when an expression cannot be evaluated
 */
export function readSettings(context: Context): Settings {
	const parameters = new Parameters(context);
	return {
		verification: readVerification(parameters, context),
		events: readEvents(parameters),
		fetch: readFetch(parameters, context),
		onFailure: parameters.choice('onFailure'),
		longestWaitMs: parameters.number('longestWait') * 1000,
		conditions: readConditions(context),
		match: parameters.choice('conditionsMatch'),
		own: parameters.switch('dropOwnEvents')
			? {
					authorIdField: parameters.text('authorIdField'),
					userIds: parameters.ids('ownUserIds'),
				}
			: undefined,
		retention: parameters.switch('dropDuplicates')
			? {
					ms: parameters.number('rememberHours') * 3_600_000,
					count: parameters.number('rememberCount'),
				}
			: undefined,
		identity: {
			eventIdField: parameters.text('eventIdField'),
			anyEqualPayload: parameters.choice('equalPayloads') === 'drop',
		},
	};
}
