import { resources } from '../../../../nodes/Pylon/operations';
import {
	pathOf,
	readSchema,
	readText,
	remove,
	REMEDY,
	storedKeys,
	textOf,
	writeText,
} from '../../../../scripts/schemas/files';
import type { OutputSchema } from '../../../../scripts/schemas/shape';
import { withPylon } from '../../../support/pylon';
import { DECLARED, MORE_INPUTS } from './support/inputs';
import { Observer } from './support/observe';

/** `npm run schemas` writes the files by this test. */
const isWriting = process.env.PYLON_SCHEMAS === 'write';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		key: `${resource.value}.${operation.value}`,
		resource,
		operation,
	})),
);
const keys = operations.map(({ key }) => key);

const pylon = withPylon();
let observer: Observer;
beforeAll(() => {
	observer = new Observer(pylon.sim);
});
afterAll(async () => await observer.close());

test.each(operations)(
	'the schema of $key is what it returns',
	async ({ key, resource, operation }) => {
		const text = textOf(await observer.schemaOf(resource, operation));
		if (isWriting) writeText(key, text);
		if (readText(key) === text) return;
		throw new Error(`${pathOf(key)} is not what the operation returns now. ${REMEDY}`);
	},
);

test('every schema is that of an operation', () => {
	const unknown = storedKeys().filter((key) => !keys.includes(key));
	if (isWriting) unknown.forEach(remove);
	else if (unknown.length > 0)
		throw new Error(`${unknown.map(pathOf).join(', ')}: there is no such operation. ${REMEDY}`);
});

test('what is noted of operations is about those that there are', () => {
	const noted = [DECLARED, MORE_INPUTS].flatMap((one) => Object.keys(one));
	expect(noted.filter((key) => !keys.includes(key))).toEqual([]);
});

/** What n8n's editor cannot show, or not drag: see scripts/schemas/shape.ts. */
function unusable({ type = [], properties = {}, items }: OutputSchema, path: string): string[] {
	const isHidden = Array.isArray(type) && type.some((one) => one === 'object' || one === 'array');
	return [
		...([type].flat()[0] === 'null' ? [`${path} has no type but null`] : []),
		...(isHidden ? [`${path} would hide what it holds`] : []),
		...(items !== undefined && items.type === undefined ? [`${path} holds nothing known`] : []),
		...Object.keys(properties)
			.filter((key) => !/^[a-z_]\w*$/i.test(key))
			.map((key) => `${path}.${key} cannot stand behind a dot`),
		...Object.entries(properties).flatMap(([key, part]) => unusable(part, `${path}.${key}`)),
		...(items === undefined ? [] : unusable(items, `${path}[]`)),
	];
}

test.each(keys)('the fields of %s can be seen and dragged in the editor', (key) => {
	expect(unusable(readSchema(key), key)).toEqual([]);
});
