import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { kindOfParameter } from '../records';
import { readPicked } from '../records/readReference';
import { idOf } from '../records/resolveReference';
import { parameterOnce } from './parameter';
import { displayNameOf } from './recordId';
import type { Call } from './operationPlan';

const PLACEHOLDER = /\{(\w+)\}/g;

const read = (context: IExecuteSingleFunctions, name: string) =>
	readPicked(context, parameterOnce(context, name), displayNameOf(name), kindOfParameter[name]);

/**
 * Fills a path template from the node's parameters.
 * @param context of the item
 * @param template e.g. `/contacts/{contactId}`; each name is that of a parameter
 * @param ids that are known already, by the parameter's name
 * @returns the path, each value percent-encoded
 * @throws NodeOperationError when a value is empty or cannot be an id
 */
export function fillPath(context: IExecuteSingleFunctions, template: string, ids: Record<string, string> = {}): string {
	return template.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(ids[name] ?? read(context, name).value));
}

/**
 * Looks up the records of a path that are named by something that Pylon does not take in a path.
 * @param call of the item
 * @param template see `fillPath`
 * @returns the IDs by the parameter's name; undefined when there is nothing to look up
 * @throws NodeOperationError when no record has the name, or several have
 */
export async function lookUpIds(call: Call, template: string): Promise<Record<string, string> | undefined> {
	let ids: Record<string, string> | undefined;
	for (const [, name] of template.matchAll(PLACEHOLDER)) {
		const kind = kindOfParameter[name];
		if (kind === undefined) continue;
		const named = read(call.context, name);
		const naming = kind.namings?.[named.mode];
		if (naming === undefined || naming.inPath) continue;
		ids = { ...ids, [name]: await idOf(call, kind, displayNameOf(name), named) };
	}
	return ids;
}
