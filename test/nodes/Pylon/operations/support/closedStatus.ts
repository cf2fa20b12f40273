import type { SimulatedPylon } from '../../../../../sandbox/pylon';

/** Adds a status of the category 'closed' to the workspace, 'solved'. */
export function addSolvedStatus({ state }: SimulatedPylon, isArchived = false): void {
	state.issueStatuses.push({
		slug: 'solved',
		label: 'Solved',
		category: 'closed',
		is_default_status: false,
		is_archived: isArchived,
	});
}
