import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Condition } from './decide/conditions';
import type { Retention } from './decide/duplicates';
import type { RecordKind } from './decide/events';
import type { IdentitySettings } from './decide/identity';
import type { SecretKind } from './receive/secrets';

type Context = IWebhookFunctions | IHookFunctions;

/** What a user has set in the node, with every value of the type that it should have. */
export interface Settings {
	verification: { by: SecretKind | 'none'; headerName: string };
	/** Names of events that start the workflow; undefined for all. */
	events?: Set<string>;
	/** What is fetched by which field, and whether the workflow runs without it. */
	fetch?: { record: RecordKind; idField: string };
	onFailure: 'run' | 'answer503';
	longestWaitMs: number;
	conditions: Condition[];
	match: 'all' | 'any';
	/** How own events are told; undefined when they shall run. */
	own?: { authorIdField: string; userIds: string[] };
	/** Undefined when duplicates shall run. */
	retention?: Retention;
	identity: IdentitySettings;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

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
	return { by: isOther ? by : 'signature', headerName: by === 'header' ? text(context.getNodeParameter('headerName', '')) : '' };
}

/** Names of the events to wait for; undefined for all. */
export function readEvents(context: Context): Set<string> | undefined {
	const chosen = list(context.getNodeParameter('events', ['*']));
	if (chosen.includes('*')) return undefined;
	const custom = chosen.includes('custom') ? list(context.getNodeParameter('customEvents', '')) : [];
	return new Set([...chosen.filter((event) => event !== 'custom'), ...custom]);
}

const RECORDS = new Set(['issue', 'account', 'contact']);

/**
 * What is fetched; undefined for nothing.
 * @param idField the payload's field with its ID; empty for the usual one
 */
export function readFetch(context: Context, idField = ''): Settings['fetch'] {
	const record = text(context.getNodeParameter('fetchRecord', 'none'));
	return RECORDS.has(record) ? { record: record as RecordKind, idField: idField || `${record}_id` } : undefined;
}

/** Conditions as they are written; an empty one has an empty field or value. */
export function readConditions(context: Context): Condition[] {
	const { condition } = (context.getNodeParameter('conditions', {}) ?? {}) as { condition?: unknown };
	return (Array.isArray(condition) ? condition : []).map(({ field, operator, value }: Partial<Record<string, unknown>>) => ({
		field: text(field),
		operator: text(operator) as Condition['operator'],
		value: typeof value === 'boolean' ? String(value) : text(value),
	}));
}

/**
 * Reads all parameters of the node.
 * @throws what n8n throws when an expression in one of them cannot be evaluated
 */
export function readSettings(context: Context): Settings {
	const more = (context.getNodeParameter('additionalOptions', {}) ?? {}) as Partial<Record<string, unknown>>;
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
		identity: { eventIdField: text(more.eventIdField), anyEqualPayload: more.equalPayloads === 'drop' },
	};
}
