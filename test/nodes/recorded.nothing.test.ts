import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { Names, referencesIn, type NamedKind } from '../../nodes/Pylon/records/addNames';
import { account } from '../../nodes/Pylon/records/account';
import { issue } from '../../nodes/Pylon/records/issue';
import { shapeRecord, type OutputChoice } from '../../nodes/Pylon/records/simplified/shapeRecord';
import { findField, findPath } from '../../nodes/PylonTrigger/fieldPath';

const recorded = (name: string) =>
	JSON.parse(
		readFileSync(join(__dirname, '../fixtures/recorded', `${name}.json`), 'utf8'),
	) as IDataObject & { data: IDataObject[] };

const page = recorded('issues-search');

const last = recorded('issues-search-last');

const accounts = recorded('accounts');

/** The last page repeats a record of the first one: a list shows it once. */
const issues = [...new Map([...last.data, ...page.data].map((one) => [one.id, one])).values()].sort(
	(one, other) => Number(other.number) - Number(one.number),
);

const records: Array<[kind: 'issue' | 'account', record: IDataObject]> = [
	...issues.map((one): ['issue', IDataObject] => ['issue', one]),
	...accounts.data.map((one): ['account', IDataObject] => ['account', one]),
];

/** Paths of everything in a record that is no object. */
const pathsIn = (value: unknown, path = ''): string[] =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.entries(value).flatMap(([key, part]) =>
				pathsIn(part, path === '' ? key : `${path}.${key}`),
			)
		: [path];

describe.each(
	records.map(([kind, record]) => ({
		kind,
		record,
		name: `${kind} ${String(record.title ?? record.name)}`,
	})),
)('$name', ({ kind, record }) => {
	const choice = (changes: Partial<OutputChoice>): OutputChoice => ({
		output: 'selected',
		fields: [],
		withNames: false,
		...changes,
	});

	test('every field of it can be selected and compared, slugs with dots too', () => {
		const paths = pathsIn(record);
		expect(paths.length).toBeGreaterThan(10);
		const selected = shapeRecord(kind, record, choice({ fields: paths }));
		for (const path of paths.filter((one) => !one.startsWith('custom_fields.'))) {
			const found = findPath(record, path)?.value ?? null;
			// A list that is null in the raw record is empty in the simplified one.
			expect(selected[path]).toEqual(found === null && Array.isArray(selected[path]) ? [] : found);
		}
		for (const [slug, field] of Object.entries(
			(record.custom_fields ?? {}) as Record<string, IDataObject>,
		)) {
			const plain =
				Array.isArray(field.values) && field.values.length > 0 ? field.values : field.value;
			const path = `custom_fields.${slug}`;
			expect(shapeRecord(kind, record, choice({ fields: [path] }))).toEqual({
				id: record.id,
				[path]: plain,
			});
			expect(findField(record, path)?.value).toEqual(plain);
			expect(findField(record, `${path}.value`)?.value).toEqual(plain);
		}
	});

	test('whom it names is found, and nothing of it is lost by that', async () => {
		const byKind: Partial<Record<NamedKind, string[]>> = {
			issue: ['requester', 'assignee', 'account', 'team'],
			account: ['owner'],
		};
		const referred = (byKind[kind] ?? []).filter(
			(role) => record[role] !== null && record[role] !== undefined,
		);
		expect(
			referencesIn(kind, [record])
				.map(({ id }) => id)
				.sort(),
		).toEqual(referred.map((role) => (record[role] as IDataObject).id).sort());
		const all = referencesIn(kind, [record]).map(({ id }) => ({
			id,
			name: 'A',
			email: 'a@b.example',
		}));
		const names = new Names({ list: async () => all, byIds: async () => all });
		const named = await names.addTo(kind, record);
		for (const role of referred)
			expect(named[role]).toMatchObject({ ...(record[role] as IDataObject), name: 'A' });
		expect(Object.keys(named)).toEqual(Object.keys(record));
		expect({ issue, account }[kind].label(record)).toMatch(/^\S.*\S$/);
	});
});
