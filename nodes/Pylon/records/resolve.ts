import type { IDataObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Call } from '../transport/plan';
import type { RecordKind } from './kind';
import type { Named } from './named';

/** Of one record by its name: that there is none is an answer. */
function noneWhenMissing(error: unknown): [] {
	if (error instanceof NodeApiError && error.httpCode === '404') return [];
	throw error;
}

/**
 * Finds the records that a name stands for; asked once for all items of a run.
 * @param call of the item
 * @param kind of the records
 * @param named one of the kind's namings and its value
 * @returns the records, possibly none
 * @throws NodeApiError when Pylon gives no good answer
 */
export async function recordsNamed(call: Call, kind: RecordKind, { mode, value }: Named): Promise<IDataObject[]> {
	const naming = kind.namings?.[mode];
	if (naming === undefined) throw new Error(`${kind.plural} have no naming '${mode}'`);
	const { template, path = template, method = 'GET', qs, body, one } = naming.query(value);
	return await call.once(`${kind.noun} ${mode} ${value}`, async () => {
		const answer = call.send({ method, url: path, qs, body }, template);
		const items = await (one ? answer.catch(noneWhenMissing) : answer);
		return items
			.map(({ json }) => json)
			.filter((record) => typeof record.id === 'string' && (naming.matches?.(record, value) ?? true));
	});
}

/**
 * @param call of the item
 * @param kind of the record
 * @param displayName of the parameter
 * @param named how the parameter names the record
 * @returns the record's ID
 * @throws NodeOperationError when no record has the name, or several have: then it lists them
 */
export async function idOf(call: Call, kind: RecordKind, displayName: string, named: Named): Promise<string> {
	const naming = kind.namings?.[named.mode];
	if (naming === undefined) return named.value;
	const found = await recordsNamed(call, kind, named);
	if (found.length === 1) return String(found[0].id);
	const { context } = call;
	const has = `the ${naming.noun} '${named.value}'`;
	throw found.length === 0
		? new NodeOperationError(context.getNode(), `No ${kind.noun} has ${has}`, {
				itemIndex: context.getItemIndex(),
				description: `Check '${displayName}', or choose the ${kind.noun} from the list.`,
			})
		: new NodeOperationError(context.getNode(), `${found.length} ${kind.plural} have ${has}`, {
				itemIndex: context.getItemIndex(),
				description: `Put the ID of one of them into '${displayName}': ${found.map((record) => `${kind.label(record)}: ${String(record.id)}`).join('; ')}.`,
			});
}
