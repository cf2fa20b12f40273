import type { SimulatedPylon } from '../../../../../sandbox/pylon';

/** Adds copies of the feature request that Initech wants; gives back their ids. */
export function addRequests({ state }: SimulatedPylon, count: number): string[] {
	const [, one] = state.featureRequests.values();
	return Array.from({ length: count }, () => {
		const id = state.newId('featureRequest');
		state.featureRequests.set(id, { ...one, id });
		return id;
	});
}
