import { partOf } from './simplified/simplifyHelpers';
import { dayOf, detailsOf, labelOf, type RecordKind } from './recordKind';

const HAS_MILESTONE = { field: 'milestone_id', operator: 'is_set' };

/**
 * Pylon lists no milestones (openapi.yaml), so the list has those that tasks belong to. A task has only the ID of its
 * milestone, and a milestone only that of its project (`MiniMilestone`, `MiniProject`), so days tell milestones of one name
 * apart.
 */
export const milestone: RecordKind = {
	noun: 'milestone',
	plural: 'milestones',
	listSearch: 'searchMilestones',
	label: ({ name, due_date: dueDate, created_at: createdAt }) => {
		const day = dayOf(dueDate) || dayOf(createdAt);
		return labelOf(name, detailsOf(day && `${dayOf(dueDate) ? 'due' : 'created'} ${day}`));
	},
	list: {
		narrowedBy: 'projectId',
		query: (_, projectId) => ({
			template: '/tasks/search',
			method: 'POST',
			body: {
				filter:
					projectId === ''
						? HAS_MILESTONE
						: {
								operator: 'and',
								subfilters: [
									HAS_MILESTONE,
									{ field: 'project_id', operator: 'equals', value: projectId },
								],
							},
			},
		}),
		pageSize: 100,
		through: {
			idIn: ({ milestone: its }) => partOf(its, 'id'),
			query: (id) => ({
				template: '/milestones/{milestoneId}',
				ids: { milestoneId: id },
				one: true,
			}),
		},
		hint: "Lists only milestones that have a task. For any other, use 'By ID': 'Milestone: Create' returns the ID.",
	},
};
