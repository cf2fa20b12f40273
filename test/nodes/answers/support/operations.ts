import fc from 'fast-check';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from '../../../../nodes/Pylon/operations/operation';
import { resources } from '../../../../nodes/Pylon/operations';
import type { SimulatedPylon } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { pylonNode } from '../../shared/client/support/run';
import { kindOf } from '../../Pylon/values/support/kinds';
import { VALUES } from '../../Pylon/values/support/values';
import { placesOf } from '../../Pylon/values/support/walk';
import { leastOf } from '../../Pylon/aiTool/support/arguments';
import { anySteps } from './anyAnswer';
import type { HostileServer } from './hostileServer';
import { expectNoProblem, problemOfError, problemOfOutput } from './judge';

const A_FILE = {
	data: Buffer.from('a text').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'a.txt',
};

/** Parameters of an operation, and what its input item holds. */
export interface Input {
	parameters: INodeParameters;
	v?: unknown;
}

export const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		resource,
		operation,
	})),
);

/** A name for each way to name a record: most of them have to be looked up. */
const NAMES: Record<string, string> = {
	domain: 'globex.example',
	email: 'carla@globex.example',
	externalId: 'crm-1',
	name: 'vip',
	number: '1',
	slug: 'export',
	constructor: 'a',
	__proto__: 'a',
};

/** Every record of the operation named in every way, and in ways that there are none of. */
function* byOtherNames(base: IDataObject, fields: INodeProperties[]): Generator<INodeParameters> {
	for (const { name, type, modes = [] } of fields) {
		if (type !== 'resourceLocator' || base[name] === undefined) continue;
		for (const mode of [...modes.map((one) => one.name), 'constructor', '__proto__'].filter(
			(one) => !['id', 'list'].includes(one),
		)) {
			yield { ...base, [name]: { __rl: true, mode, value: NAMES[mode] ?? 'a' } } as INodeParameters;
		}
	}
}

/** What an operation takes. */
export interface Inputs {
	/** Its least. */
	least: Input;
	/** The same, each with a record that is named by something else than its ID. */
	otherNames: Input[];
	/** The same, each with a further parameter. */
	further: Input[];
}

/**
 * @param sim with the seeded records
 * @param resource of the operation
 * @param operation as it is declared
 * @returns inputs that the operation takes
 */
export function inputsOf(sim: SimulatedPylon, resource: Resource, operation: Operation): Inputs {
	const name = `${resource.value}.${operation.value}`;
	const base = {
		resource: resource.value,
		operation: operation.value,
		...leastOf(sim, resource, operation),
	};
	const further = placesOf(sim, pylonNode, resource, operation).flatMap(
		({ property, parameters, within }) => {
			if (within === 'top' && property.required === true) return [];
			const kind = kindOf(property, name);
			const taken =
				kind === undefined ? [] : VALUES.filter((value) => typeof kind(value) === 'object');
			return taken.slice(0, 2).map((v) => ({ parameters, v }));
		},
	);
	return {
		least: { parameters: base as INodeParameters },
		otherNames: [...byOtherNames(base, operation.fields)].map((parameters) => ({ parameters })),
		further,
	};
}

export const anyRun = fc.record({
	input: fc.record({
		of: fc.constantFrom(
			'least' as const,
			'otherNames' as const,
			'further' as const,
			'further' as const,
		),
		index: fc.nat(10_000),
	}),
	steps: anySteps,
	goesOn: fc.boolean(),
});

export type RunCase = typeof anyRun extends fc.Arbitrary<infer Case> ? Case : never;

function chosen(inputs: Inputs, { of, index }: RunCase['input']): Input {
	const some = of === 'least' ? [] : inputs[of];
	return some.length === 0 ? inputs.least : some[index % some.length];
}

/**
 * @param server that answers
 * @param inputs of an operation
 * @returns how many requests its least input needs when all answers are good
 * @throws AssertionError when the run fails
 */
export async function countRequests(server: HostileServer, inputs: Inputs): Promise<number> {
	await checkRun(server, inputs, {
		input: { of: 'least', index: 0 },
		steps: ['good'],
		goesOn: false,
	});
	return server.requests.length;
}

/**
 * Runs one item.
 * @param server that answers
 * @param inputs of an operation
 * @param run which of the inputs, what the server answers, and whether the run goes on after a failure
 * @throws AssertionError unless the run ends with items or a sentence
 */
export async function checkRun(
	server: HostileServer,
	inputs: Inputs,
	{ input, steps, goesOn }: RunCase,
): Promise<void> {
	server.begin(steps);
	const { parameters, v } = chosen(inputs, input);
	const { items, error } = await runNode({
		node: pylonNode,
		credentials: server.credentials,
		parameters: { ...parameters, requestOptions: { maxTries: 2, longestWait: 5 } },
		items: [{ json: { v } as IDataObject, binary: { data: A_FILE } }],
		continueOnFail: goesOn,
	});
	const failed =
		error ??
		items.find(({ json }) => json?.error !== undefined && goesOn && Object.keys(json).length === 1)
			?.json.error;
	const problem = failed === undefined ? problemOfOutput(items) : problemOfError(failed);
	expectNoProblem(problem, server.requests, { parameters, v });
}
