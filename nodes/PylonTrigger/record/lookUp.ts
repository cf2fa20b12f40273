import type { IDataObject } from 'n8n-workflow';
import { clock } from '../../shared/client/clock';
import type { PylonClient } from '../../shared/client/triggerClient';
import { isUnknownRecord } from '../../shared/client/unknownRecord';
import { asId } from '../fieldPath';
import type { RelatedKind } from './knownKeys';

/** How long an answer is good for, in milliseconds: people and definitions change rarely, events come in numbers. */
const LIFETIME_MS = 5 * 60_000;

const MOST = 1000;

/** What Pylon has answered, and until when it is good. */
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
	// A Map keeps the order in which keys came, so the first one is the oldest.
	if (cached.size > MOST) cached.delete([...cached.keys()][0]);
	// What was not answered is asked again the next time; who waits for it now gets the error.
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

/** @returns the record as Pylon has it now; throws NodeApiError when no good answer came */
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

/** What a trigger looks up beside the record itself. Answers are kept for five minutes, for all triggers of this process. */
export interface LookUp {
	/**
	 * @param kinds that the ID may be of, in the order in which they are tried
	 * @returns the record; undefined when Pylon has none of that ID
	 * @throws NodeApiError when no good answer came
	 */
	related(kinds: RelatedKind[], id: unknown): Promise<Related | undefined>;
	/**
	 * @returns the slugs of the workspace's custom fields of records of that kind, none for kinds that have none;
	 * undefined when no good answer came
	 */
	definedSlugs(kind: RelatedKind): Promise<Set<string> | undefined>;
}

/** Kinds that have custom fields (openapi.yaml, GET /custom-fields: `object_type`). */
const WITH_CUSTOM_FIELDS = new Set<RelatedKind>(['issue', 'account', 'contact']);

async function readSlugs(client: PylonClient, kind: RelatedKind): Promise<Set<string>> {
	const fields = await client.list({ template: '/custom-fields', query: { object_type: kind } });
	return new Set(fields.flatMap(({ slug }) => (typeof slug === 'string' ? [slug] : [])));
}

/** That Pylon has no such record is an answer, too. */
function undefinedIfUnknown(error: unknown): undefined {
	if (!isUnknownRecord(error)) throw error;
}

/**
 * @param cached answers so far, by what was asked
 * @returns look-ups with a trigger's client
 */
export function lookUpBy(client: PylonClient, cached: Map<string, CachedAnswer>): LookUp {
	const findRecord = async (kind: RelatedKind, id: string) =>
		await cache(
			cached,
			JSON.stringify([client.key, kind, id]),
			async () => await fetchRecord(client, kind, id).catch(undefinedIfUnknown),
		);
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
			if (!WITH_CUSTOM_FIELDS.has(kind)) return new Set();
			try {
				return await cache(
					cached,
					JSON.stringify([client.key, 'custom fields', kind]),
					async () => await readSlugs(client, kind),
				);
			} catch {
				return undefined;
			}
		},
	};
}
