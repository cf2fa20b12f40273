import type { ICredentialDataDecryptedObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { toBaseUrl, type Region } from './baseUrl';
import { Lane } from './lane';

/** What the items of one run of the node share. */
export interface Run {
	lane: Lane;
	maxTries: number;
	longestWaitMs: number;
	connection: Promise<Connection>;
}

/** Where the requests go, and on whose behalf. */
export interface Connection {
	baseUrl: string;
	region: Region;
	token: string;
}

/** n8n hands the same object to all items of one run, and another one to the next (`getExecuteData`, n8n-core 2.41). */
const runs = new WeakMap<object, Run>();

function wholeNumber(context: IExecuteSingleFunctions, name: string, label: string, [min, max, standard]: [number, number, number]): number {
	const value = Number(context.getNodeParameter(`requestOptions.${name}`, standard));
	if (Number.isInteger(value) && value >= min && value <= max) return value;
	throw new NodeOperationError(context.getNode(), `'${label}' has to be a whole number from ${min} to ${max}`, {
		itemIndex: context.getItemIndex(),
		description: `Change '${label}' under 'Request Options' in the node's settings.`,
	});
}

async function connect(context: IExecuteSingleFunctions): Promise<Connection> {
	const credentials = await context.getCredentials<ICredentialDataDecryptedObject>('pylonApi');
	const region = credentials.region as Region;
	const token = String(credentials.apiToken ?? '').trim();
	const baseUrl = toBaseUrl(region, credentials.baseUrl);
	const missing = token === '' ? 'API Token' : baseUrl === undefined ? 'Base URL' : undefined;
	if (missing !== undefined || baseUrl === undefined) {
		throw new NodeOperationError(context.getNode(), `'${missing}' of the Pylon credential is not usable`, {
			itemIndex: context.getItemIndex(),
			description:
				missing === 'API Token'
					? "Open the credential and fill in 'API Token'. An admin can make one in Pylon under Settings > API Tokens."
					: "Open the credential: 'Base URL' has to begin with http:// or https://.",
		});
	}
	return { baseUrl, region, token };
}

/**
 * @param context of any item
 * @returns what all items of the same run share; made by the first of them
 * @throws NodeOperationError when one of the node's options is out of range
 */
export function runOf(context: IExecuteSingleFunctions): Run {
	const key = context.getExecuteData();
	const known = runs.get(key);
	if (known !== undefined) return known;
	const run: Run = {
		lane: new Lane(wholeNumber(context, 'concurrency', 'Requests at Once', [1, 20, 5])),
		maxTries: wholeNumber(context, 'maxTries', 'Number of Tries', [1, 10, 4]),
		longestWaitMs: wholeNumber(context, 'longestWait', 'Longest Wait', [0, 3600, 300]) * 1000,
		connection: connect(context),
	};
	// Each item awaits it on its own; this only keeps Node from ending the process if none gets that far.
	run.connection.catch(() => undefined);
	runs.set(key, run);
	return run;
}
