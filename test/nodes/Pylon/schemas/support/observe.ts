import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Operation, Resource } from '../../../../../nodes/Pylon/operations/operation';
import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import { findOperation } from '../../../../../scripts/coverage/api';
import { least, nullableLevels, nulls, whole } from '../../../../../scripts/schemas/samples';
import { Shape, type OutputSchema } from '../../../../../scripts/schemas/shape';
import { runNode } from '../../../../support/engine';
import type { Loopback } from '../../../../support/loopback';
import { credentialsFor } from '../../../../support/pylon';
import { pylonNode } from '../../../shared/client/support/run';
import { leastOf } from '../../aiTool/support/arguments';
import { changing, endpointOf, type Change, type Endpoint } from './answers';
import { DECLARED, MORE_INPUTS, type Input } from './inputs';

const A_FILE = {
	data: Buffer.from('a text').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'a.txt',
};

type ChangeOf = Change['of'];

/** Answers with more than the simulated Pylon's, and with less; the first decides on the order of the keys. */
const changesFor = ({ schema }: Endpoint): ChangeOf[] => [
	whole,
	(value) => value,
	least,
	...Array.from(
		{ length: nullableLevels(schema) + 1 },
		(_, kept): ChangeOf =>
			(value, part) =>
				nulls(whole(value, part), part, kept),
	),
];

const NOWHERE: Endpoint = { name: '', schema: {} };

/** The endpoint that an operation declares; some use others only. */
function endpointOfOperation({ request: { method, url } }: Operation): Endpoint {
	const isKnown = findOperation(method, url) !== undefined;
	return isKnown ? endpointOf(method, url.replace(/\{\w+\}/g, 'x')) : NOWHERE;
}

/** Sees what operations return when Pylon answers with much, and with little. */
export class Observer {
	private change: Change = { of: (value) => value, own: NOWHERE, ownOnly: false };
	private readonly way: Promise<Loopback>;

	constructor(private readonly sim: SimulatedPylon) {
		this.way = changing(sim, () => this.change);
	}

	/** Ends the way to the simulated Pylon. */
	async close(): Promise<void> {
		await (await this.way).close();
	}

	/**
	 * @param resource of the operation
	 * @param operation as it is declared
	 * @returns the schema of what it returns by default, made of what it returns and of openapi.yaml's types
	 */
	async schemaOf(resource: Resource, operation: Operation): Promise<OutputSchema> {
		const key = `${resource.value}.${operation.value}`;
		if (Object.hasOwn(DECLARED, key)) return DECLARED[key];
		const own = endpointOfOperation(operation);
		const shape = new Shape();
		for (const input of [{}, ...(MORE_INPUTS[key] ?? [])])
			for (const of of changesFor(own))
				for (const record of await this.recordsOf(resource, operation, input, { of, own }))
					shape.see(record);
		return shape.schema();
	}

	/** What comes out. Where an operation cannot work with what its other endpoints answer, they answer as usual. */
	private async recordsOf(
		resource: Resource,
		operation: Operation,
		input: Input,
		change: Omit<Change, 'ownOnly'>,
	): Promise<IDataObject[]> {
		this.change = { ...change, ownOnly: false };
		return await this.run(resource, operation, input).catch(async () => {
			this.change = { ...change, ownOnly: true };
			return await this.run(resource, operation, input);
		});
	}

	private async run(
		resource: Resource,
		operation: Operation,
		input: Input,
	): Promise<IDataObject[]> {
		this.sim.resetState();
		input.before?.(this.sim);
		const given = { ...leastOf(this.sim, resource, operation), ...input.parameters };
		const isPicker = (name: string) =>
			operation.fields.some((field) => field.name === name && field.type === 'resourceLocator');
		const parameters = Object.fromEntries(
			Object.entries(given).map(([name, value]) => [
				name,
				isPicker(name) ? { __rl: true, mode: 'id', value } : value,
			]),
		) as INodeParameters;
		const { items, error } = await runNode({
			node: pylonNode,
			parameters: {
				resource: resource.value,
				operation: operation.value,
				...parameters,
				requestOptions: { maxTries: 1 },
			},
			items: [{ json: {}, binary: { data: A_FILE } }],
			credentials: credentialsFor(this.sim, { baseUrl: (await this.way).url }),
		});
		if (error) throw error;
		if (items.length === 0) throw new Error(`${operation.name} returned nothing`);
		return items.map(({ json }) => json);
	}
}
