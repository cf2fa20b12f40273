import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { bodyOf, run, sent } from '../values/support/cases';

/** Custom fields by slug, of the records whose fields Pylon does not list. */

const V = '={{ $json.v }}';

const single = { slug: 'plan', kind: 'single', value: V };
const multiple = { slug: 'modules', kind: 'multiple', values: V };
const filled = { slug: 'notes', kind: 'single', value: 'x' };

const updateObject = (fields: INodeParameters[], more: INodeParameters = {}): INodeParameters => ({
	resource: 'customObject',
	operation: 'update',
	customObjectType: 'subscription',
	customObjectId: byId(seedIds.customObjects.globex),
	updateFields: { customFields: { field: fields }, ...more },
});

const updateRequest = (fields: INodeParameters[], more: INodeParameters = {}): INodeParameters => ({
	resource: 'featureRequest',
	operation: 'update',
	featureRequestId: byId(seedIds.featureRequests.pdf),
	updateFields: { customFields: { field: fields }, ...more },
});

/** What has no value, as an expression yields it. */
const EMPTY: Array<[string, INodeParameters, unknown]> = [
	['a value', single, ''],
	['a missing value', single, undefined],
	['several values', multiple, null],
	['several values that are all blank', multiple, ' , '],
];

describe.each(EMPTY)("'If a Value Is Empty' decides about %s", (_, field, v) => {
	const item = v === undefined ? {} : { v: v as string };
	const slug = field.slug as string;

	test('an update refuses it', async () => {
		for (const update of [updateObject, updateRequest]) {
			const { error } = await run(update([field, filled]), item);
			expect(error?.message).toContain(`The custom field '${slug}' has no usable value`);
			expect((error as NodeApiError | undefined)?.description).toContain("'If a Value Is Empty'");
		}
		expect(sent('PATCH')).toEqual([]);
	});

	test('leaves it out', async () => {
		await run(updateObject([field, filled], { ifEmpty: 'leaveOut' }), item);
		expect(bodyOf('PATCH')).toEqual({ custom_fields: { notes: { slug: 'notes', value: 'x' } } });
		await run(updateRequest([field, filled], { ifEmpty: 'leaveOut' }), item);
		expect(bodyOf('PATCH')).toEqual({ custom_fields: [{ slug: 'notes', value: 'x' }] });
	});

	test('or clears it', async () => {
		await run(updateObject([field], { ifEmpty: 'clear' }), item);
		expect(bodyOf('PATCH')).toEqual({ custom_fields: { [slug]: { slug } } });
		await run(updateRequest([field], { ifEmpty: 'clear' }), item);
		expect(bodyOf('PATCH')).toEqual({ custom_fields: [{ slug }] });
	});

	test('a create leaves it out', async () => {
		const { error } = await run(
			{
				resource: 'customObject',
				operation: 'create',
				customObjectType: 'subscription',
				objectName: 'New',
				additionalFields: { customFields: { field: [field] } },
			},
			item,
		);
		expect(error).toBeUndefined();
		expect(bodyOf('POST')).toEqual({ name: 'New' });
	});
});

test('an empty list clears several values', async () => {
	await run(updateRequest([multiple]), { v: [] });
	expect(bodyOf('PATCH')).toEqual({ custom_fields: [{ slug: 'modules' }] });
});

test.each([
	['an update without an entry', updateObject([])],
	['one without an entry, of a feature request', updateRequest([])],
	['one of which nothing is left', updateObject([single], { ifEmpty: 'leaveOut' })],
	['one of which nothing is left, too', updateRequest([single], { ifEmpty: 'leaveOut' })],
])('%s is refused', async (_, parameters) => {
	expect((await run(parameters)).error?.message).toContain('There is nothing to change');
	expect(sent('PATCH')).toEqual([]);
});
