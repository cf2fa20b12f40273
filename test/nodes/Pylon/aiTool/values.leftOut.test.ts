import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { addContacts, addIssues, seedIds } from '../../../../sandbox/pylon';
import { runNode } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { pylon, node, fromAI, picker, call, lastBody } from './support/toolCalls';

describe('what is left out', () => {
	test.each(['', '[]', ' [ ]', '["none", null]'])(
		'%j does not empty what the record has',
		async (none) => {
			const { globex } = seedIds.issues;
			const before = structuredClone(pylon.sim.state.issues.get(globex));
			expect(before).toMatchObject({ assignee_id: expect.any(String), tags: [expect.any(String)] });
			const updateFields = {
				title: fromAI('title'),
				assigneeId: picker('assignee'),
				state: 'on_hold',
			};
			const tags = { change: { mode: 'replace', values: fromAI('tags') } };
			await call(
				{
					resource: 'issue',
					operation: 'update',
					issueId: picker('issue'),
					updateFields: { ...updateFields, tags },
				},
				{ issue: globex, title: none, assignee: none, tags: none },
			);
			expect(lastBody()).toEqual({ state: 'on_hold' });
			expect(pylon.sim.state.issues.get(globex)).toEqual({
				...before,
				state: 'on_hold',
				state_since: expect.any(String),
				time_in_status_seconds: { waiting_on_you: expect.any(Number) },
				updated_at: expect.any(String),
			});
		},
	);

	test('custom fields in the mapper, too', async () => {
		const value = { root_cause: fromAI('cause'), affected_seats: fromAI('seats') };
		await call(
			{
				resource: 'issue',
				operation: 'update',
				issueId: picker('issue'),
				customFields: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
			},
			{ issue: seedIds.issues.first, cause: '', seats: '12' },
		);
		expect(lastBody()).toEqual({ custom_fields: [{ slug: 'affected_seats', value: '12' }] });
	});

	test.each(['', 'true'])(
		"a 'Dry Run' of %j never becomes a merge, which cannot be undone",
		async (dryRun) => {
			const { globex, cedar } = seedIds.accounts;
			const options = { keepTagsAndCustomFields: fromAI('keep') };
			const parameters = {
				resource: 'account',
				operation: 'merge',
				accountId: picker('into'),
				mergeAccountIds: fromAI('others'),
				dryRun: fromAI('dry'),
				options,
			};
			const [report] = await call(parameters, {
				into: globex,
				others: cedar,
				dry: dryRun,
				keep: '',
			});
			expect(report).toMatchObject({ dryRun: true, tagsCopied: ['partner'] });
			expect(pylon.sim.state.accounts.has(cedar)).toBe(true);
			await call(parameters, { into: globex, others: cedar, dry: 'false', keep: '' });
			expect(pylon.sim.state.accounts.get(globex)?.tags).toEqual(['vip', 'partner']);
		},
	);

	test('when nothing is left, an update is refused', async () => {
		const parameters = {
			resource: 'tag',
			operation: 'update',
			tagId: picker('tag'),
			updateFields: { tagName: fromAI('name') },
		};
		await expect(call(parameters, { tag: seedIds.tags.vip, name: '' })).rejects.toThrow(
			'There is nothing to change',
		);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('a text to search for', async () => {
		const parameters = { resource: 'account', operation: 'search', searchText: fromAI('text') };
		expect((await call(parameters, { text: '' })).length).toBe(pylon.sim.state.accounts.size);
	});

	describe('not where no model is asked: "none" may be what is meant', () => {
		const run = async (parameters: INodeParameters) =>
			await runNode({ node, parameters, credentials: pylon.credentials });

		test('as a text to search for', async () => {
			await run({ resource: 'account', operation: 'search', searchText: 'none' });
			expect(lastBody()).toMatchObject({ search_text: 'none' });
		});

		test('as a name that an operation reads by itself', async () => {
			await run({ resource: 'account', operation: 'upsert', name: 'None' });
			expect(lastBody()).toMatchObject({ name: 'None' });
		});

		test('as the text of issues like which others are looked for', async () => {
			const { error } = await run({
				resource: 'issue',
				operation: 'findSimilar',
				similarTo: 'text',
				text: 'None',
			});
			expect(error).toBeUndefined();
		});

		test('and an option that is none of its choices is refused', async () => {
			const { error } = await run({
				resource: 'tag',
				operation: 'update',
				tagId: byId(seedIds.tags.vip),
				updateFields: { tagName: 'New', ifEmpty: 'none' },
			});
			expect(error?.message).toBe('\'If a Value Is Empty\' cannot be "none"');
		});
	});

	test('a condition is not: the search would find everything', async () => {
		const parameters = {
			resource: 'issue',
			operation: 'search',
			filterMode: 'json',
			filterJson: fromAI('filter'),
		};
		await expect(call(parameters, { filter: '' })).rejects.toThrow("'Filter (JSON)' is empty");
		const condition = [{ field: 'state', operator: 'equals', value: fromAI('state') }];
		await expect(
			call({ resource: 'issue', operation: 'search', conditions: { condition } }, { state: '' }),
		).rejects.toThrow(/no value|without a value/);
		expect(pylon.sim.requests).toEqual([]);
	});

	test('a file: a model has none', async () => {
		const parameters = {
			resource: 'trainingData',
			operation: 'uploadFiles',
			container: 'name',
			trainingDataName: fromAI('name'),
		};
		await expect(call(parameters, { name: 'Manuals' })).rejects.toThrow(
			"The incoming item has no file 'data'",
		);
	});
});

describe('size', () => {
	const lists = [
		{ resource: 'issue', operation: 'getAll', startTime: '2020-01-01T00:00:00Z' },
		{ resource: 'issue', operation: 'search' },
		{ resource: 'contact', operation: 'getAll' },
		{ resource: 'contact', operation: 'search' },
	];

	test.each(lists)(
		'$resource.$operation: 50 records by default, simplified',
		async (parameters) => {
			addIssues(pylon.sim.state, 100);
			addContacts(pylon.sim.state, 100);
			const records = await call(parameters, {});
			expect(records).toHaveLength(50);
			expect(JSON.stringify(records).length).toBeLessThan(25_000);
		},
	);

	test.each([
		[
			{ limit: fromAI('limit', 'number'), returnAll: fromAI('all', 'boolean') },
			{ limit: 3, all: false },
			3,
		],
		[{ limit: fromAI('limit'), returnAll: fromAI('all') }, { limit: '3', all: 'false' }, 3],
		[{ limit: fromAI('limit'), returnAll: fromAI('all') }, { limit: '', all: '' }, 50],
		[{ returnAll: fromAI('all') }, { all: 'true' }, 120],
	])('%j with %j: %d', async (parameters, args, count) => {
		addContacts(pylon.sim.state, 120 - pylon.sim.state.contacts.size);
		expect(
			await call({ resource: 'contact', operation: 'getAll', ...parameters }, args),
		).toHaveLength(count);
	});

	test("the fields of 'Selected Fields' as a model writes them", async () => {
		const parameters = {
			resource: 'contact',
			operation: 'get',
			contactId: picker('contact'),
			output: 'selected',
			selectedFields: fromAI('fields'),
		};
		for (const fields of ['id, email', '["id","email"]', 'id;email']) {
			const [record] = (await call(parameters, {
				contact: seedIds.contacts.carla,
				fields,
			})) as IDataObject[];
			expect(record).toEqual({ id: seedIds.contacts.carla, email: 'carla@globex.example' });
		}
	});
});
