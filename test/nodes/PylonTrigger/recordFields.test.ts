import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { parse } from 'yaml';

import { shapeRecord, type ShapedKind } from '../../../nodes/Pylon/records/simplified/shapeRecord';
import {
	isKnownKey,
	RELATIONS,
	unknownPart,
	type RelatedKind,
} from '../../../nodes/PylonTrigger/record/knownKeys';
import type { LookUp } from '../../../nodes/PylonTrigger/record/lookUp';
import { isOwnField, readRecordField } from '../../../nodes/PylonTrigger/record/readRecordField';

const ROOT = join(__dirname, '../../..');
const recorded = (name: string): IDataObject[] =>
	(
		JSON.parse(readFileSync(join(ROOT, 'test/fixtures/recorded', name), 'utf8')) as {
			data: IDataObject[];
		}
	).data;

const issues = [...recorded('issues-search.json'), ...recorded('issues-search-last.json')];
const accounts = recorded('accounts.json');

/** Shaped like the recorded records: nobody has recorded a contact. */
const contact: IDataObject = {
	id: 'c0000000-0000-4000-8000-000000000003',
	name: 'Carla Diaz',
	email: 'carla@globex.example',
	emails: ['carla@globex.example'],
	account: { id: 'a0000000-0000-4000-8000-000000000001', external_ids: null },
	primary_phone_number: null,
	phone_numbers: [],
	portal_role: 'member',
	external_ids: [{ external_id: 'crm-1', label: 'crm' }],
	custom_fields: {
		plan: { value: 'pro' },
		'contact.hubspot.lead_status': { value: 'open' },
		products: { value: '', values: ['desk', 'portal'] },
	},
};
const user = (id: string, name: string) => ({
	id,
	name,
	email: `${name.toLowerCase()}@northwind.example`,
	status: 'active',
});
const people: Record<RelatedKind, IDataObject[]> = {
	issue: issues,
	account: accounts,
	contact: [contact],
	user: [
		user('b0000000-0000-4000-8000-000000000002', 'Nora'),
		user('b0000000-0000-4000-8000-000000000003', 'Sam'),
		user('c0000000-0000-4000-8000-000000000004', 'Ivy'),
	],
	team: [
		{ id: 'e0000000-0000-4000-8000-000000000001', name: 'Tier 1', users: [] },
		{ id: 'e0000000-0000-4000-8000-000000000002', name: 'Tier 2', users: [] },
	],
};
const slugsOf = (kind: RelatedKind) =>
	new Set(
		people[kind].flatMap(({ custom_fields }) => Object.keys((custom_fields as object) ?? {})),
	);

const lookUp: LookUp = {
	related: async (kinds, id) =>
		kinds.flatMap((kind) =>
			people[kind].filter((one) => one.id === id).map((record) => ({ kind, record })),
		)[0],
	definedSlugs: async (kind) => slugsOf(kind),
	options: async () => [],
	states: async () => [],
};
const asked = async () => await Promise.reject(new Error('asked'));
const noLookUp: LookUp = { related: asked, definedSlugs: asked, options: asked, states: asked };

const records = [
	...issues.map((record) => ['issue', record] as const),
	...accounts.map((record) => ['account', record] as const),
	['contact', contact] as const,
];
const named = records.map(
	([kind, record]) => [kind, String(record.number ?? record.name), record] as const,
);

const simplifyRecord = (kind: ShapedKind, record: IDataObject, withNames = false) =>
	shapeRecord(kind, record, { output: 'simplified', fields: [], withNames });

const isPlain = (value: unknown) => typeof value !== 'object' || value === null;
const plain = (value: unknown) => isPlain(value) || (Array.isArray(value) && value.every(isPlain));

describe.each(named)('%s %s as recorded', (kind, _, record) => {
	test('each of its own fields is read as Pylon spells it, without a request', async () => {
		const fields = Object.entries(record).filter(([, value]) => plain(value));
		expect(fields.length).toBeGreaterThan(5);
		for (const [key, value] of fields) {
			if (key === 'external_ids' && value !== null) continue;
			expect([key, await readRecordField(noLookUp, kind, record, key)]).toEqual([key, { value }]);
			expect([key, isOwnField(kind, key)]).toEqual([key, true]);
		}
	});

	test('each field of its simplified form has the same value, as far as that form has one', async () => {
		for (const [key, value] of Object.entries(simplifyRecord(kind, record, true))) {
			if (!plain(value)) continue;
			const found = await readRecordField(lookUp, kind, record, key);
			expect([key, found.unknown]).toEqual([key, undefined]);
			// null and an empty list are both no value, and the simplified form knows no names that nobody has looked up.
			if (value !== null && !(Array.isArray(value) && value.length === 0))
				expect([key, found.value]).toEqual([key, value]);
			else if (!/_(?:email|name)$/.test(key)) expect([key, found.value ?? []]).toEqual([key, []]);
		}
	});

	test('each custom field is read by its slug, with and without the key of its value', async () => {
		for (const [slug, entry] of Object.entries(
			(record.custom_fields ?? {}) as Record<string, IDataObject>,
		)) {
			const value = Array.isArray(entry.values) ? entry.values : entry.value;
			for (const path of [slug, `${slug}.value`, `${slug}.values`]) {
				expect([
					path,
					await readRecordField(noLookUp, kind, record, `custom_fields.${path}`),
				]).toEqual([path, { value }]);
			}
			const spelled = { ...record, custom_fields: simplifyRecord(kind, record).custom_fields };
			expect(await readRecordField(noLookUp, kind, spelled, `custom_fields.${slug}`)).toEqual({
				value,
			});
		}
	});

	test('everybody whom it names by ID is looked up, in either spelling', async () => {
		for (const [role, kinds = []] of Object.entries(RELATIONS[kind])) {
			const part = record[role] as IDataObject | null | undefined;
			const found = part
				? kinds.flatMap((one) => people[one].filter(({ id }) => id === part.id))[0]
				: undefined;
			for (const separator of ['.', '_']) {
				expect(await readRecordField(noLookUp, kind, record, `${role}${separator}id`)).toEqual({
					value: part?.id,
				});
				for (const key of kinds.includes('user') ? ['name', 'email'] : ['name']) {
					const { value, unknown } = await readRecordField(
						lookUp,
						kind,
						record,
						`${role}${separator}${key}`,
					);
					expect([role, key, value ?? null, unknown]).toEqual([
						role,
						key,
						found?.[key] ?? null,
						undefined,
					]);
				}
			}
		}
	});
});

const globexIssue = issues.find(({ number }) => number === 2293)!;

test.each([
	['account.name', 'Globex'],
	['account_name', 'Globex'],
	['account.custom_fields.account.hubspot.annualrevenue', '1200000'],
	['account.custom_fields.lifecycle.value', 'live'],
	['account.owner.email', 'nora@northwind.example'],
	['account_owner_name', 'Nora'],
	['account.tags', ['vip']],
	['requester.account.name', 'Globex'],
	['requester.custom_fields.products', ['desk', 'portal']],
	['requester.external_ids', ['crm-1']],
	['custom_fields.question_type', ['bug']],
	['tags', null],
])('from one record to the next: %s', async (path, value) => {
	expect(await readRecordField(lookUp, 'issue', globexIssue, path)).toEqual({ value });
});

test('a requester who is a colleague is found among the users', async () => {
	const issue = issues.find(({ number }) => number === 2292)!;
	expect(await readRecordField(lookUp, 'issue', issue, 'requester.email')).toEqual({
		value: 'ivy@northwind.example',
	});
});

test.each<[RelatedKind, string, string | undefined]>([
	['issue', 'stat', 'stat'],
	['issue', 'custom_fields.nothing', 'custom_fields.nothing'],
	['issue', 'custom_fields.nothing.value', 'custom_fields.nothing.value'],
	['issue', 'custom_fields.chat_widget.os', undefined],
	['issue', 'custom_fields.question_type.values', undefined],
	['issue', 'requester.nmae', 'nmae'],
	['issue', 'requester.primary_phone_number', undefined],
	['issue', 'requester.role_id', undefined],
	['issue', 'assignee.primary_phone_number', 'primary_phone_number'],
	['issue', 'account.custom_fields.question_type', 'custom_fields.question_type'],
	['issue', 'account_mane', 'mane'],
	['issue', 'team_slas', undefined],
	['issue', 'team_slas.0.team_id', undefined],
	['issue', 'snoozed_until_time', undefined],
	['issue', 'owner.email', 'owner.email'],
	['account', 'requester.email', 'requester.email'],
	['account', 'owner_email', undefined],
	['contact', 'state', 'state'],
	['issue', 'constructor', 'constructor'],
	['issue', '__proto__.x', '__proto__.x'],
	['issue', 'custom_fields.constructor', 'custom_fields.constructor'],
])('%s: whether a record of the kind may have %s', async (kind, path, part) => {
	expect((await unknownPart(kind, path, lookUp.definedSlugs))?.part).toBe(part);
	const bare = { id: 'x', custom_fields: {} };
	const { value, unknown } = await readRecordField(lookUp, kind, bare, path);
	expect([value ?? null, unknown?.part]).toEqual([null, part]);
});

test('without the definitions of custom fields, any slug may be there', async () => {
	expect(
		await unknownPart('issue', 'custom_fields.nothing', async () => undefined),
	).toBeUndefined();
	expect(await unknownPart('issue', 'nothing', async () => undefined)).toEqual({
		kind: 'issue',
		part: 'nothing',
	});
});

test('all keys of openapi.yaml and of the recorded records are known', () => {
	const { components } = parse(readFileSync(join(ROOT, 'sandbox/pylon/openapi.yaml'), 'utf8')) as {
		components: { schemas: Record<string, { properties: object }> };
	};
	for (const [schema, kind] of Object.entries({
		Issue: 'issue',
		Account: 'account',
		Contact: 'contact',
		User: 'user',
		Team: 'team',
	} as const)) {
		const keys = [
			...Object.keys(components.schemas[schema].properties),
			...people[kind].flatMap((record) => Object.keys(record)),
		];
		expect(keys.length).toBeGreaterThan(4);
		expect(keys.filter((key) => !isKnownKey(kind, key))).toEqual([]);
	}
});
