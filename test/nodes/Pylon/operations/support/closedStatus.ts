import type { SimulatedPylon } from '../../../../../sandbox/pylon';

/**
 * Adds a status of the category 'closed' to the workspace, 'solved'.
 * @param sim whose workspace gets it
 * @param isArchived whether nobody can choose it any longer
 */
export function addSolvedStatus({ state }: SimulatedPylon, isArchived = false): void {
	state.issueStatuses.push({
		slug: 'solved',
		label: 'Solved',
		category: 'closed',
		is_default_status: false,
		is_archived: isArchived,
	});
}
