import { differences } from '../../../scripts/schemas/differences';
import { readSchema, textOf } from '../../../scripts/schemas/files';
import { least, nullableLevels, nulls, whole } from '../../../scripts/schemas/samples';
import { Shape } from '../../../scripts/schemas/shape';
import type { Schema } from '../../../sandbox/pylon/declared';

const schemaOf = (...values: unknown[]) => {
	const shape = new Shape();
	for (const value of values) shape.see(value);
	return shape.schema();
};

describe('the schema of values', () => {
	test.each([
		[
			'null stands behind the type that the editor shows',
			[null, 'a'],
			{ type: ['string', 'null'] },
		],
		[
			'what an object holds stays visible when it may be null',
			[null, { a: 1 }],
			{ type: 'object', nullable: true, properties: { a: { type: 'number' } } },
		],
		[
			'a list that was empty once has the type of its entries',
			[[], ['a', null]],
			{ type: 'array', items: { type: ['string', 'null'] } },
		],
		[
			'keys of all values, in the order of the first',
			[{ b: 1 }, { a: true, b: null }],
			{ type: 'object', properties: { b: { type: ['number', 'null'] }, a: { type: 'boolean' } } },
		],
	])('%s', (_, values, schema) => {
		expect(schemaOf(...values)).toEqual(schema);
		expect(Object.keys(schemaOf(...values).properties ?? {})).toEqual(
			Object.keys('properties' in schema ? (schema.properties ?? {}) : {}),
		);
	});
});

const record: Schema = {
	type: 'object',
	properties: {
		id: { type: 'string' },
		state: { type: 'string', enum: ['open', 'closed'] },
		fields: { type: 'object', additionalProperties: { type: 'integer' } },
		metadata: { type: 'object' },
		slack: {
			type: 'object',
			nullable: true,
			properties: { channels: { type: 'array', nullable: true, items: { type: 'string' } } },
		},
	},
};

describe('answers made of openapi.yaml', () => {
	const all = whole({ id: 'a', fields: { seats: 3 }, slack: null }, record);

	test('with all that a record may hold: keys of a map stand for any', () => {
		expect(schemaOf(all)).toEqual({
			type: 'object',
			properties: {
				id: { type: 'string' },
				fields: { type: 'object', additionalProperties: { type: 'number' } },
				slack: {
					type: 'object',
					properties: { channels: { type: 'array', items: { type: 'string' } } },
				},
				state: { type: 'string' },
				metadata: { type: 'object', additionalProperties: true },
			},
		});
	});

	test('with null for what may be null, at each level', () => {
		expect(nullableLevels(record)).toBe(1);
		expect(nulls(all, record, 0)).toMatchObject({ slack: null });
		expect(nulls(all, record, 1)).toMatchObject({ slack: { channels: null } });
	});

	test('with as little as possible', () => {
		expect(least([{ id: 'a', title: 'A', state: 'open' }])).toEqual([{ id: 'a', title: 'A' }]);
	});
});

describe('what differs from a schema', () => {
	const schema = schemaOf(whole({}, record), nulls(whole({}, record), record, 0));

	test.each<[unknown, string[]]>([
		[{ id: 'a', fields: { any: 1 }, metadata: { any: [] }, slack: null }, []],
		[
			{ id: null, more: 1 },
			['item.id is of the type null, not string', 'item.more is not declared'],
		],
		[{ fields: { any: 'a' } }, ['item.fields.any is of the type string, not number']],
		[
			{ slack: { channels: ['a', 1] } },
			['item.slack.channels[1] is of the type number, not string'],
		],
	])('%j', (value, expected) => {
		expect(differences(value, schema)).toEqual(expected);
	});
});

test('a schema that is missing says what to do', () => {
	expect(() => readSchema('issue.star')).toThrow(
		'There is no nodes/Pylon/__schema__/v1.0.0/issue/star.json. Run `npm run schemas`.',
	);
});

test('the text of a file has lists of types on one line', () => {
	expect(textOf(schemaOf({ a: 'a' }, { a: null }))).toContain('"type": ["string", "null"]\n');
});
