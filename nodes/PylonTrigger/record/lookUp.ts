import type { IDataObject } from 'n8n-workflow';
import { clock } from '../../shared/client/clock';
import type { PylonClient } from '../../shared/client/triggerClient';
import { toOptions } from '../../Pylon/records/customFieldOptions';
import { statesIn } from '../../Pylon/records/issueStates';
import type { Choice } from '../../shared/input';
import { isUnknownRecord } from '../../shared/client/unknownRecord';
import { asId } from '../fieldPath';
import type { RelatedKind } from './knownKeys';
import { forgetOldest } from '../../shared/client/forgetOldest';

/** How long an answer is used, in milliseconds: people and definitions change rarely, and many events come at once. */
const LIFETIME_MS = 5 * 60_000;

/** How many answers are kept. */
const MOST = 1000;

/** What Pylon has answered, and until when the answer is used, in milliseconds since 1970. */
export interface CachedAnswer {
	answer: Promise<unknown>;
	until: number;
}

async function cache<T>(
	cached: Map<string, CachedAnswer>,
	key: string,
	ask: () => Promise<T>,
): Promise<T> {
	const earlier = cached.get(key);
	if (earlier !== undefined && earlier.until > clock.now()) return (await earlier.answer) as T;
	const answer = ask();
	cached.delete(key);
	cached.set(key, { answer, until: clock.now() + LIFETIME_MS });
	forgetOldest(cached, MOST);
	// A failed request is repeated the next time; those that wait for it now get the error.
	answer.catch(() => cached.delete(key));
	return await answer;
}

const TEMPLATES: Record<RelatedKind, string> = {
	issue: '/issues/{issueId}',
	account: '/accounts/{accountId}',
	contact: '/contacts/{contactId}',
	user: '/users/{userId}',
	team: '/teams/{teamId}',
};

/**
 * @param client the trigger's client
 * @param kind the kind of the record
 * @param id the record's ID; of an issue, its number too
 * @returns the record as Pylon has it now
 * @throws NodeApiError when Pylon gives no good answer
 */
export const fetchRecord = async (
	client: PylonClient,
	kind: RelatedKind,
	id: string,
): Promise<IDataObject> =>
	await client.record({ template: TEMPLATES[kind], ids: { [`${kind}Id`]: id } });

export interface Related {
	kind: RelatedKind;
	record: IDataObject;
}

/** Asks Pylon for more than the record itself. Answers are kept for five minutes, for all triggers of this process. */
export interface LookUp {
	/**
	 * Reads a record that another one names by ID.
	 * @param kinds the kinds that the ID may be of, in the order in which they are tried
	 * @param id the ID in the other record
	 * @returns the record; undefined when Pylon has none with that ID
	 * @throws NodeApiError when Pylon gives no good answer
	 */
	related(kinds: RelatedKind[], id: unknown): Promise<Related | undefined>;
	/**
	 * @param kind the kind of the records
	 * @returns the slugs of the workspace's custom fields of that kind, none for kinds that have none; undefined when Pylon
	 * gives no good answer
	 */
	definedSlugs(kind: RelatedKind): Promise<Set<string> | undefined>;
	/**
	 * @param kind the kind of the records
	 * @param slug the slug of a custom field
	 * @returns the options of the field; none for one without options, or when Pylon gives no good answer
	 */
	options(kind: RelatedKind, slug: string): Promise<Choice[]>;
	/** @returns the states of the workspace's issues; none when Pylon gives no good answer */
	states(): Promise<Choice[]>;
}

/** Kinds that have custom fields (openapi.yaml, GET /custom-fields: `object_type`). */
const WITH_CUSTOM_FIELDS = new Set<RelatedKind>(['issue', 'account', 'contact']);

/** The options of each custom field, by its slug. */
async function readFields(client: PylonClient, kind: RelatedKind): Promise<Map<string, Choice[]>> {
	const fields = await client.list({ template: '/custom-fields', query: { object_type: kind } });
	return new Map(
		fields.flatMap(({ slug, select_metadata: metadata }): Array<[string, Choice[]]> =>
			typeof slug === 'string' ? [[slug, toOptions(metadata)]] : [],
		),
	);
}

/** That Pylon has no such record is an answer, too, and is kept like one. */
function undefinedIfUnknown(error: unknown): undefined {
	if (!isUnknownRecord(error)) throw error;
}

/**
 * @param client the trigger's client
 * @param cached the answers so far, by what was asked
 * @returns look-ups with that client
 */
export function lookUpBy(client: PylonClient, cached: Map<string, CachedAnswer>): LookUp {
	const findRecord = async (kind: RelatedKind, id: string) =>
		await cache(
			cached,
			JSON.stringify([client.key, kind, id]),
			async () => await fetchRecord(client, kind, id).catch(undefinedIfUnknown),
		);
	const findFields = async (kind: RelatedKind) => {
		if (!WITH_CUSTOM_FIELDS.has(kind)) return new Map<string, Choice[]>();
		try {
			return await cache(
				cached,
				JSON.stringify([client.key, 'custom fields', kind]),
				async () => await readFields(client, kind),
			);
		} catch {
			return undefined;
		}
	};
	return {
		async related(kinds, id) {
			const text = asId(id);
			if (text === undefined) return undefined;
			for (const kind of kinds) {
				const record = await findRecord(kind, text);
				if (record !== undefined) return { kind, record };
			}
			return undefined;
		},
		async definedSlugs(kind) {
			const fields = await findFields(kind);
			return fields && new Set(fields.keys());
		},
		async options(kind, slug) {
			return (await findFields(kind))?.get(slug) ?? [];
		},
		async states() {
			try {
				return await cache(cached, JSON.stringify([client.key, 'states']), async () =>
					statesIn(await client.list({ template: '/issue-statuses' })),
				);
			} catch {
				return [];
			}
		},
	};
}
