import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../nodes/Pylon/Pylon.node';
import type { Operation, Resource } from '../../nodes/Pylon/operations/operation';
import type { ReceivedRequest, SimulatedPylon } from '../../sandbox/pylon';
import type { CredentialData } from './additionalData';
import { differences } from '../../scripts/schemas/differences';
import { readSchema, REMEDY } from '../../scripts/schemas/files';
import { missingFields, missingParameters } from './coverage';
import { runNode } from './engine';
import { withPylon } from './pylon';

type Per<T> = T | ((sim: SimulatedPylon) => T);

interface Input {
	/** Parameters of the operation; resource and operation are added. */
	parameters?: Per<INodeParameters>;
	/** The one item that comes in; default an empty one. */
	item?: INodeExecutionData;
	/** IANA name; default UTC. */
	timezone?: string;
	/** Changes to the credential. */
	credentials?: CredentialData;
	/** Puts records in place before the node runs. */
	before?: (sim: SimulatedPylon) => void;
}

/** What happened. */
export interface Outcome {
	sim: SimulatedPylon;
	items: INodeExecutionData[];
	/** JSON of each item. */
	json: IDataObject[];
	/** Everything that the simulated Pylon received, in order. */
	requests: readonly ReceivedRequest[];
	/** The last of them. */
	sent: ReceivedRequest;
}

/** A case that succeeds. */
export interface GoodCase extends Input {
	/** Checks what changed and what came out. */
	then: (outcome: Outcome) => void | Promise<void>;
}

/** A case that is refused before anything is sent. */
export interface WrongCase extends Input {
	/** Part of the sentence, or a pattern of it. */
	message: string | RegExp;
}

/** The cases of one operation. */
export interface OperationCases {
	/** The least possible input. */
	least: GoodCase;
	/** Every field at once, in several cases where fields exclude each other. */
	all: GoodCase | GoodCase[];
	wrong: WrongCase | WrongCase[];
	/** Fields of the API that are not offered, with the reason. */
	notOffered?: Record<string, string>;
	/** Operations of openapi.yaml beside the one that the operation declares; none when it declares none of them. */
	also?: string[];
}

const resolve = (value: Input['parameters'], sim: SimulatedPylon): INodeParameters =>
	typeof value === 'function' ? value(sim) : (value ?? {});

/** What 'Output' and 'Add Names' are set to in the test of their own that every operation has. */
const OUTPUT: INodeParameters = { output: 'selected', selectedFields: 'id', addNames: true };

/** Of these, what an operation has. */
const outputOf = ({ fields }: Operation): INodeParameters =>
	Object.fromEntries(
		Object.entries(OUTPUT).filter(([name]) => fields.some((field) => field.name === name)),
	);

/** The output schema is of what comes out where nobody has asked for something else. */
const isStandardOutput = ({ output = 'simplified', addNames = false }: INodeParameters): boolean =>
	output === 'simplified' && addNames === false;

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/**
 * Tests every operation of a resource on n8n's engine against the simulated Pylon: the least input, every field at
 * once, one selected field, and wrong values that must be refused unsent. Fails when an operation has no cases, a
 * parameter appears in none of them, or a field of the API (openapi.yaml) is never sent. Replies of the simulated Pylon
 * are checked against openapi.yaml.
 *
 * @param resource of the node
 * @param cases of each operation, by its value, e.g. `snooze`
 */
export function describeOperations(
	resource: Resource,
	cases: Record<string, OperationCases>,
): void {
	const pylon = withPylon({ checkReplies: true });

	const run = async (operation: Operation, input: Input) => {
		const { sim } = pylon;
		sim.resetState();
		sim.resetLog();
		input.before?.(sim);
		const parameters = resolve(input.parameters, sim);
		const result = await runNode({
			node: new Pylon(),
			parameters: { resource: resource.value, operation: operation.value, ...parameters },
			items: input.item && [input.item],
			timezone: input.timezone,
			credentials: { ...pylon.credentials, ...input.credentials },
		});
		return { ...result, parameters };
	};

	const expectSchema = ({ value }: Operation, items: INodeExecutionData[]) => {
		const schema = readSchema(`${resource.value}.${value}`);
		const wrong = items.flatMap(({ json }) => differences(json, schema));
		if (wrong.length > 0)
			throw new Error(`The output schema does not fit. ${REMEDY}\n${wrong.join('\n')}`);
	};

	const runGood = async (operation: Operation, good: GoodCase) => {
		const { items, error, parameters } = await run(operation, good);
		if (error) throw error;
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map(() => ({ item: 0 })));
		if (isStandardOutput(parameters)) expectSchema(operation, items);
		const requests = [...pylon.sim.requests];
		await good.then({
			sim: pylon.sim,
			items,
			json: items.map(({ json }) => json),
			requests,
			sent: requests[requests.length - 1],
		});
		return { parameters, requests };
	};

	test(`${resource.name}: every operation has its cases`, () => {
		expect(Object.keys(cases).sort()).toEqual(resource.operations.map(({ value }) => value).sort());
	});

	for (const operation of resource.operations.filter(({ value }) => cases[value])) {
		const { least, all, wrong, notOffered = {}, also = [] } = cases[operation.value];

		describe(`${resource.name}: ${operation.name}`, () => {
			test('the least input', async () => {
				await runGood(operation, least);
			});

			test('every field', async () => {
				const runs = [];
				for (const good of listOf(all)) runs.push(await runGood(operation, good));
				expect(
					missingParameters(operation, [
						outputOf(operation),
						...runs.map(({ parameters }) => parameters),
					]),
				).toEqual([]);
				const sent = runs.flatMap(({ requests }) => requests);
				expect(missingFields(operation, sent, { notOffered, also })).toEqual([]);
			});

			const output = outputOf(operation);
			if (Object.keys(output).length > 0) {
				test('one selected field', async () => {
					const parameters = (sim: SimulatedPylon) => ({
						...resolve(least.parameters, sim),
						...output,
					});
					const { items, error } = await run(operation, { ...least, parameters });
					if (error) throw error;
					for (const { json } of items.filter(({ json: { id } }) => id !== undefined)) {
						// What an operation is about may stand beside it, e.g. `created`.
						expect(Object.keys(json)[0]).toBe('id');
						expect(Object.keys(json).length).toBeLessThan(5);
					}
				});
			}

			test.each(listOf(wrong))('a wrong value: $message', async (wrongCase) => {
				const { error } = await run(operation, wrongCase);
				expect(error?.message).toEqual(
					typeof wrongCase.message === 'string'
						? expect.stringContaining(wrongCase.message)
						: expect.stringMatching(wrongCase.message),
				);
				expect((error as { description?: string }).description).toEqual(
					expect.stringMatching(/\w/),
				);
				expect(error).toMatchObject({ context: { itemIndex: 0 } });
				expect(pylon.sim.requests).toEqual([]);
			});
		});
	}
}
