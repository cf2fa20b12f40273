import type { SimulatedPylon } from '../../../../../sandbox/pylon';

/**
 * Adds copies of the feature request that Initech wants.
 * @param sim that gets them
 * @param count how many
 * @returns their IDs
 */
export function addRequests({ state }: SimulatedPylon, count: number): string[] {
	const [, one] = state.featureRequests.values();
	return Array.from({ length: count }, () => {
		const id = state.newId('featureRequest');
		state.featureRequests.set(id, { ...one, id });
		return id;
	});
}
