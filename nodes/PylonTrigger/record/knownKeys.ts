import { simplifyAccount } from '../../Pylon/records/simplified/account';
import { simplifyContact } from '../../Pylon/records/simplified/contact';
import { simplifyIssue } from '../../Pylon/records/simplified/issue';
import type { RecordKind } from '../events';

/** The kinds of record that a condition can lead to: the fetched one, and those that it names by ID. */
export type RelatedKind = RecordKind | 'user' | 'team';

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * The top-level keys of a record: those of sandbox/pylon/openapi.yaml, and those that the live API was seen to send besides
 * (test/fixtures/recorded).
 */
const KEYS: Record<RelatedKind, string[]> = {
	issue: words(`
		account active_time_by_user active_time_seconds assignee attachment_urls author_unverified body_html
		business_hours_active_time_seconds business_hours_first_response_seconds business_hours_resolution_seconds
		business_hours_time_in_status_seconds chat_widget_info child_issues created_at csat_responses custom_fields
		customer_portal_visible external_issues first_resolution_time first_response_breach_time first_response_seconds
		first_response_time id is_issue_group latest_message_time link number number_of_touches parent_issue_group requester
		resolution_breach_time resolution_seconds resolution_time slack snoozed_until_time source state tags team team_slas
		time_in_status_seconds title type updated_at workspace_email
	`),
	account: words(`
		associated_account_ids channels created_at crm_settings custom_fields domain domains external_ids id is_disabled
		latest_customer_activity_time logo_url name owner parent_account_id primary_domain subaccount_ids tags type updated_at
	`),
	contact: words(`
		account avatar_url custom_fields email emails external_ids id integration_user_ids name phone_numbers portal_role
		portal_role_id primary_phone_number
	`),
	user: words('avatar_url email emails id is_deactivated name role role_id roles status'),
	team: words('assignment_configuration id name schedule users'),
};

/**
 * The keys under which a record names another by ID, and what kind that may be. The requester of an issue may be a
 * colleague, too.
 */
export const RELATIONS: Record<RelatedKind, Partial<Record<string, RelatedKind[]>>> = {
	issue: {
		requester: ['contact', 'user'],
		assignee: ['user'],
		account: ['account'],
		team: ['team'],
	},
	account: { owner: ['user'] },
	contact: { account: ['account'] },
	user: {},
	team: {},
};

/** A record whose simplified form has all keys, including those that are there only at times. */
const FULL = { custom_fields: { any: { value: 'a', interpreted_value: 'A' } } };

const SIMPLIFIED = {
	issue: simplifyIssue(FULL, true),
	account: simplifyAccount(FULL, true),
	contact: simplifyContact(FULL),
	user: {},
	team: {},
};

const keysByKind = Object.fromEntries(
	Object.entries(KEYS).map(([kind, keys]) => [
		kind,
		new Set([...keys, ...Object.keys(SIMPLIFIED[kind as RelatedKind])]),
	]),
) as Record<RelatedKind, Set<string>>;

/**
 * @param kind the kind of the records
 * @param key a top-level key, without dots
 * @returns whether records of this kind may have the key, by openapi.yaml or in their simplified form
 */
export const isKnownKey = (kind: RelatedKind, key: string): boolean => keysByKind[kind].has(key);

const topOf = (path: string): string => path.split('.', 1).join('');

/**
 * Takes a path apart that leads beyond a record, to another that it names by ID.
 * @param kind the kind of the record
 * @param path e.g. `owner.email`, or as the simplified record spells it, `owner_email`
 * @returns the key that names the other record (`owner`), its possible kinds, and the path from there (`email`); undefined
 * for a field of the record itself
 */
export function relationOf(
	kind: RelatedKind,
	path: string,
): { role: string; kinds: RelatedKind[]; rest: string } | undefined {
	const isOwnKey = KEYS[kind].includes(topOf(path));
	for (const [role, kinds = []] of Object.entries(RELATIONS[kind])) {
		const isInside = path.startsWith(`${role}.`) || (path.startsWith(`${role}_`) && !isOwnKey);
		if (isInside && path.length > role.length + 1)
			return { role, kinds, rest: path.slice(role.length + 1) };
	}
	return undefined;
}

/**
 * Follows a path from record to record.
 * @param kind the kind of the record
 * @param path the path of a field
 * @returns where the path may end: the kinds of record, each with the path of the field in it
 */
export function endsOf(
	kind: RelatedKind,
	path: string,
): Array<{ kind: RelatedKind; path: string }> {
	const relation = relationOf(kind, path);
	return relation === undefined
		? [{ kind, path }]
		: relation.kinds.flatMap((one) => endsOf(one, relation.rest));
}

/**
 * @param kind the kind of the record
 * @param path the path of a field, e.g. `account.owner`
 * @returns whether the path ends at another record, so that there is nothing to compare with
 */
export const endsAtRecord = (kind: RelatedKind, path: string): boolean =>
	endsOf(kind, path).some((end) => Object.hasOwn(RELATIONS[end.kind], end.path));

const CUSTOM = 'custom_fields.';

/**
 * @param path the path of a field of a record, e.g. `custom_fields.plan.value`
 * @returns the possible slugs of the custom field that the path leads to: with and without the key of its value; none for
 * another field
 */
export function slugsIn(path: string): string[] {
	if (!path.startsWith(CUSTOM)) return [];
	const slug = path.slice(CUSTOM.length);
	return [slug, slug.replace(/\.(?:values?|interpreted_values?)$/, '')];
}

/**
 * Says which part of a path no record of the kind has.
 * @param kind the kind of the record
 * @param path the path of a field of the record
 * @param definedSlugs returns the slugs of the workspace's custom fields of a kind; undefined when they are not known
 * @returns the part; undefined when the path may lead somewhere, as far as that can be known
 */
export async function unknownPart(
	kind: RelatedKind,
	path: string,
	definedSlugs: (kind: RelatedKind) => Promise<Set<string> | undefined>,
): Promise<{ kind: RelatedKind; part: string } | undefined> {
	const relation = relationOf(kind, path);
	if (relation !== undefined) {
		const { kinds, rest } = relation;
		const unknown = await Promise.all(
			kinds.map(async (one) => await unknownPart(one, rest, definedSlugs)),
		);
		return unknown.every((one) => one !== undefined) ? unknown[0] : undefined;
	}
	if (!isKnownKey(kind, topOf(path))) return { kind, part: path };
	const slugs = slugsIn(path);
	if (slugs.length === 0) return undefined;
	const defined = await definedSlugs(kind);
	return defined === undefined || slugs.some((slug) => defined.has(slug))
		? undefined
		: { kind, part: path };
}
