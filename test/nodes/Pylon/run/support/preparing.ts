import type { INodeParameters } from 'n8n-workflow';
import { clock } from '../../../../../nodes/shared/client/clock';

/** @returns a promise that resolves in the next turn of the event loop */
export const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Lets the time in which n8n may go on with the next item be over after a few turns of the event loop.
 * @param turns how many each beat takes
 * @returns how many beats there have been so far
 */
export function shortBeats(turns = 20): { count: number } {
	const beats = { count: 0 };
	jest.spyOn(clock, 'beat').mockImplementation(async () => {
		beats.count++;
		for (let passed = 0; passed < turns; passed++) await turn();
	});
	return beats;
}

/**
 * @param batchSize items per batch
 * @param batchInterval milliseconds between two batches
 * @returns a node's parameters with that 'Batching'
 */
export const batching = (batchSize: number, batchInterval: number): INodeParameters => ({
	requestOptions: { batching: { batch: { batchSize, batchInterval } } },
});
