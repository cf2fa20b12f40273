import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { kindOfParameter } from './index';
import { displayNameOf, placeholdersIn } from '../../shared/client/pylonRequest';
import type { Call, PathIds } from '../run/operationPlan';
import { parameterOnce } from '../run/parameter';
import { readPicked } from './readReference';
import { idOf } from './resolveReference';

const read = (context: IExecuteSingleFunctions, name: string) =>
	readPicked(context, parameterOnce(context, name), displayNameOf(name), kindOfParameter[name]);

/** Looks up the path's records where they are named in a way that Pylon does not take in a path. */
async function lookUp(call: Call): Promise<void> {
	const { ids, template } = call.request;
	for (const name of placeholdersIn(template)) {
		const kind = kindOfParameter[name];
		if (kind === undefined) continue;
		const named = read(call.context, name);
		const naming = kind.namings?.[named.mode];
		if (naming === undefined || naming.inPath) continue;
		ids[name] = await idOf(call, kind, displayNameOf(name), named);
	}
}

/** Reads the parameters that name the records of an operation's path, such as `contactId` of `/contacts/{contactId}`. */
export const pathIds: PathIds = {
	read: (context, template) =>
		Object.fromEntries(placeholdersIn(template).map((name) => [name, read(context, name).value])),
	lookUp,
};
