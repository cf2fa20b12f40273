import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { searchList } from '../../../support/loadOptions';
import { by, byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const { milestones, projects } = seedIds;

const search = (parameters: INodeParameters = {}, filter?: string, paginationToken?: string) =>
	searchList(new Pylon(), 'searchMilestones', pylon.credentials, {
		parameters,
		filter,
		paginationToken,
	});
const sent = () => pylon.sim.requests.map(({ method, path }) => `${method} ${path}`);
const dayOf = (id: string) => pylon.sim.state.milestones.get(id)?.due_date?.slice(0, 10);

/** Each with so many tasks of its own; "Step 1" is the oldest, so its tasks come last. */
function addMilestones(
	count: number,
	{ tasksEach = 1, projectId = projects.globex } = {},
): string[] {
	const { state } = pylon.sim;
	const [milestone] = state.milestones.values();
	const [task] = state.tasks.values();
	return Array.from({ length: count }, (_, index) => {
		const id = `milestone-${index + 1}`;
		state.milestones.set(id, {
			...milestone,
			id,
			name: `Step ${index + 1}`,
			project_id: projectId,
		});
		for (let number = 1; number <= tasksEach; number++) {
			const taskId = `task-${index + 1}-${number}`;
			const made = new Date((index + 1) * 1000 + number).toISOString();
			state.tasks.set(taskId, {
				...task,
				id: taskId,
				project_id: projectId,
				milestone_id: id,
				created_at: made,
			});
		}
		return id;
	});
}

/** Every page, as somebody who scrolls to the end of the list gets them. */
async function wholeList(parameters: INodeParameters = {}) {
	const pages = [await search(parameters)];
	while (pages[pages.length - 1].paginationToken !== undefined) {
		pages.push(
			await search(parameters, undefined, pages[pages.length - 1].paginationToken as string),
		);
	}
	return pages.map(({ results }) => results);
}

describe('milestones, which Pylon lists nowhere: those of tasks', () => {
	test('none', async () => {
		pylon.sim.state.tasks.clear();
		expect(await search()).toEqual({ results: [] });
		expect(sent()).toEqual(['POST /tasks/search']);
	});

	test('one: the tasks that have a milestone are asked for, then its name', async () => {
		expect(await search()).toEqual({
			results: [{ name: `Go-live (due ${dayOf(milestones.globex)})`, value: milestones.globex }],
		});
		expect(sent()).toEqual(['POST /tasks/search', `GET /milestones/${milestones.globex}`]);
		expect(pylon.sim.requests[0].body).toEqual({
			filter: { field: 'milestone_id', operator: 'is_set' },
			limit: 100,
		});
	});

	test('one of many tasks is read once', async () => {
		const [id] = addMilestones(1, { tasksEach: 50 });
		expect((await search()).results.map(({ value }) => value)).toEqual([milestones.globex, id]);
		expect(pylon.sim.requests).toHaveLength(3);
	});

	test('80: all of them, five at a time', async () => {
		const ids = addMilestones(80);
		pylon.sim.faults.add({ kind: 'delay', ms: 20, operationId: 'getMilestone' });
		const { results, paginationToken } = await search();
		expect(results.map(({ value }) => value).sort()).toEqual([...ids, milestones.globex].sort());
		expect(paginationToken).toBeUndefined();
		expect(pylon.sim.maxInFlight()).toBe(5);
	});

	test('more tasks than a page: scrolling brings every milestone once, and each is read once', async () => {
		const ids = addMilestones(90, { tasksEach: 3 });
		const pages = await wholeList();
		expect(pages.length).toBe(3);
		expect(
			pages
				.flat()
				.map(({ value }) => value)
				.sort(),
		).toEqual([...ids, milestones.globex].sort());
		expect(pylon.sim.countOf('searchTasks')).toBe(3);
		expect(pylon.sim.countOf('getMilestone')).toBe(91);
	});

	test('a page of tasks without a new milestone is passed over', async () => {
		addMilestones(2, { tasksEach: 250 });
		const first = await search();
		expect(first.results.map(({ value }) => value)).toEqual([milestones.globex, 'milestone-2']);
		const second = await search({}, undefined, first.paginationToken as string);
		expect(second.results.map(({ value }) => value)).toEqual(['milestone-1']);
		expect(pylon.sim.countOf('getMilestone')).toBe(3);
	});

	test('one that is gone is left out', async () => {
		addMilestones(2);
		pylon.sim.state.milestones.delete('milestone-1');
		expect((await search()).results.map(({ value }) => value)).toEqual([
			milestones.globex,
			'milestone-2',
		]);
	});

	test('the label without a due date, and without a name', async () => {
		const { state } = pylon.sim;
		const current = state.milestones.get(milestones.globex)!;
		const day = current.created_at.slice(0, 10);
		state.milestones.set(milestones.globex, { ...current, due_date: null });
		expect((await search()).results.map(({ name }) => name)).toEqual([`Go-live (created ${day})`]);
		state.milestones.set(milestones.globex, { ...current, name: '' });
		expect((await search()).results.map(({ name }) => name)).toEqual([
			`due ${dayOf(milestones.globex)}`,
		]);
	});
});

describe('what is typed', () => {
	test('is looked for in the labels, whatever the case', async () => {
		addMilestones(20);
		expect((await search({}, ' go-LIVE ')).results.map(({ value }) => value)).toEqual([
			milestones.globex,
		]);
		expect((await search({}, 'step 2 (')).results.map(({ value }) => value)).toEqual([
			'milestone-2',
		]);
		expect((await search({}, 'nothing like it')).results).toEqual([]);
	});

	test('is looked for page after page, and no milestone is read twice', async () => {
		addMilestones(3, { tasksEach: 120 });
		expect((await search({}, 'step 1 (')).results.map(({ value }) => value)).toEqual([
			'milestone-1',
		]);
		expect(pylon.sim.countOf('searchTasks')).toBe(4);
		expect(pylon.sim.countOf('getMilestone')).toBe(4);
	});
});

test('what is typed brings more than the first page with a match, since the editor cannot scroll a short list', async () => {
	addMilestones(3, { tasksEach: 120 });
	const { results, paginationToken } = await search({}, 'step');
	expect(results.map(({ value }) => value)).toEqual(['milestone-3', 'milestone-2', 'milestone-1']);
	expect(paginationToken).toBeUndefined();
});

describe('with a project', () => {
	beforeEach(() => addMilestones(3, { projectId: projects.initech }));

	test.each<[string, INodeParameters]>([
		['of a new task', { additionalFields: { projectId: by('list', projects.globex) } }],
		['of a changed task', { updateFields: { projectId: byId(` ${projects.globex} `) } }],
		['by expression alone', { updateFields: { projectId: projects.globex } }],
	])('%s: only its milestones', async (_, parameters) => {
		expect((await search(parameters)).results.map(({ value }) => value)).toEqual([
			milestones.globex,
		]);
		expect(pylon.sim.requests[0].body).toMatchObject({
			filter: {
				operator: 'and',
				subfilters: [
					{ field: 'milestone_id', operator: 'is_set' },
					{ field: 'project_id', operator: 'equals', value: projects.globex },
				],
			},
		});
	});

	test.each<[string, INodeParameters]>([
		['none is chosen yet', { additionalFields: { projectId: by('list', '') } }],
		[
			'the editor does not know what the expression yields',
			{ additionalFields: { projectId: byId('={{ $json.id }}') } },
		],
	])('%s: all milestones', async (_, parameters) => {
		expect((await search(parameters)).results).toHaveLength(4);
	});
});

describe('a failing Pylon', () => {
	const refusal = async () =>
		await search().then(
			() => 'nothing was refused',
			(error: Error) => error.message,
		);

	test('one milestone cannot be read: a sentence, and no further one is asked for', async () => {
		addMilestones(50);
		pylon.sim.faults.add({ kind: 'status', status: 503, operationId: 'getMilestone' });
		expect(await refusal()).toMatch(/^Pylon [^\n]*\. [A-Z][^\n]*\.$/);
		expect(pylon.sim.countOf('getMilestone')).toBeLessThanOrEqual(5);
	});

	test('too many requests: a sentence', async () => {
		pylon.sim.faults.add({ kind: 'rate-limited', operationId: 'getMilestone' });
		expect(await refusal()).toMatch(/^Pylon [^\n]*\. [A-Z][^\n]*\.$/);
	});
});
