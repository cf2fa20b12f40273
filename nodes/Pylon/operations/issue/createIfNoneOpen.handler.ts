import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { fieldText } from '../../../shared/client/envelope';
import { customFieldsOf } from '../../records/simplified/simplifyHelpers';
import { withAttachments } from '../../parameters/files/attachments';
import { readText } from '../../../shared/input';
import { bodyOf, shown, wrongInput } from '../../parameters/values';
import { errorDetails, errorOfItem } from '../../../shared/client/errors';
import { parameterOnce } from '../../run/parameter';
import type { Call, Handler, Step } from '../../run/operationPlan';
import { closedStates, isOpen, searchIssues } from './openIssues';

/** Types of custom fields (openapi.yaml, `CustomFieldDefinition`) whose value does not name one thing. */
const NO_KEYS = ['boolean', 'date', 'datetime', 'multiselect', 'user'];

const KEY_FIELD = 'Key Field Name or ID';

interface Key {
	slug: string;
	value: string;
}

function keyIn(context: IExecuteSingleFunctions): Key {
	const read = (parameter: string, displayName: string) =>
		readText(parameterOnce(context, parameter), displayName);
	return { slug: read('keyField', KEY_FIELD), value: read('keyValue', 'Key') };
}

/**
 * Puts the key among the custom fields of the new issue.
 * @throws NodeOperationError when another value is given for the key's field; WrongInput when the key or its field cannot be
 * read
 */
export const keyInBody: Step = function (request) {
	const body = bodyOf(request);
	const { slug, value } = keyIn(this);
	const others = (body.custom_fields ?? []) as IDataObject[];
	const same = others.find((field) => field.slug === slug);
	if (same !== undefined && same.value !== value) {
		throw wrongInput(
			this,
			`The custom field '${slug}' has a different value than 'Key'`,
			`It is ${shown(same.value ?? same.values)} among the custom fields. Remove it there: the node writes 'Key' into this field.`,
		);
	}
	body.custom_fields = same === undefined ? [...others, { slug, value }] : others;
};

/** Checks the key's field first, once a run: a filter by a field that does not exist might find any issue. */
async function keyField({ context, cached, send }: Call, slug: string): Promise<IDataObject> {
	const fields = await cached('custom fields of issues by slug', async () => {
		const found = await send({ template: '/custom-fields', query: { object_type: 'issue' } });
		return new Map(found.map(({ json }) => [json.slug, json]));
	});
	const field = fields.get(slug);
	const wrong = (message: string) =>
		wrongInput(
			context,
			`'${KEY_FIELD}' ${message}`,
			'Choose a text field of issues that only your workflows write. An admin can create one in Pylon.',
		);
	if (field === undefined) throw wrong(`has the unknown field '${slug}'`);
	if (NO_KEYS.includes(fieldText(field.type)))
		throw wrong(`cannot be '${slug}', of the type ${fieldText(field.type)}`);
	if (field.is_read_only === true) throw wrong(`cannot be '${slug}', which is read-only`);
	return field;
}

async function openIssueWith(call: Call, { slug, value }: Key): Promise<IDataObject | undefined> {
	const { type } = await keyField(call, slug);
	const conditions = [{ field: slug, operator: 'equals', value }, await isOpen(call)];
	const found = await searchIssues(call, conditions, { limit: 10 });
	const closed = await closedStates(call);
	// Pylon may write a number in another way than it was given.
	const isNumber = type === 'number' || type === 'decimal';
	const has = (other: unknown) => other === value || (isNumber && Number(other) === Number(value));
	return found.find(
		({ state, custom_fields: fields }) =>
			has(customFieldsOf(fields)[slug]) && !closed.includes(fieldText(state)),
	);
}

/** The result for a key; `unclear` when Pylon may have created the issue without saying so. */
type Found = { issue: IDataObject; created: boolean } | { unclear: unknown };

async function findOrCreate(call: Call, key: Key): Promise<Found> {
	const open = await openIssueWith(call, key);
	if (open !== undefined) return { issue: open, created: false };
	let isUnclear = false;
	const create = async () =>
		await call.sendForRecord(call.request).catch((error: unknown) => {
			isUnclear = errorDetails(error).maybeProcessed === true;
			throw error;
		});
	return await withAttachments(call, create).then(
		(issue) => ({ issue, created: true }),
		(error: unknown) => {
			if (isUnclear) return { unclear: error };
			throw error;
		},
	);
}

/**
 * Finds the newest open issue with the key, or creates one. Issues have no external IDs in the API, and searches cannot
 * filter by links to external issues (openapi.yaml, `Issue`, `searchIssues`), so the key is a custom field. Items of one run
 * with the same key share the issue, and the first of them creates it: a search could miss an issue that was created a
 * moment ago. Two executions at the same time may still both create one; Pylon has no lock.
 * @param call the item's call
 * @returns the issue with `created` beside its fields
 * @throws NodeOperationError when the key's field does not exist or cannot hold a key; WrongInput when the key cannot be read;
 * PylonApiError when Pylon gives no good answer
 */
export const createIfNoneOpen: Handler = async (call) => {
	const { context } = call;
	const key = keyIn(context);
	let isOurs = false;
	/** What failed for another item's values may work with this one's. */
	const another = (error: unknown): undefined => {
		if (isOurs || !context.continueOnFail()) throw error;
	};
	for (;;) {
		const lookUp = call.cached(`open issue ${JSON.stringify(key)}`, async () => {
			isOurs = true;
			return await findOrCreate(call, key);
		});
		const found = await lookUp.catch(another);
		if (found === undefined) continue;
		if ('unclear' in found) throw errorOfItem(found.unclear, context.getItemIndex());
		return [{ json: { ...found.issue, created: found.created && isOurs } }];
	}
};
