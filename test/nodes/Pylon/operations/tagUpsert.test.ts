import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { errorOf } from '../../shared/client/support/run';
import { upsertingItems } from './support/upserts';

const pylon = withPylon({ checkReplies: true });

const { vip, billing } = seedIds.tags;

const upsert = upsertingItems('tag', () => pylon.credentials, {
	objectType: 'issue',
	tagName: '={{ $json.tag }}',
});

const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);

test('a tag that is there in that color: nothing is written', async () => {
	const { items } = await upsert([{ tag: 'vip' }], {
		objectType: 'account',
		additionalFields: { hexColor: '#b45309' },
	});
	expect(items).toMatchObject([{ json: { id: vip, created: false }, pairedItem: { item: 0 } }]);
	expect(operations()).toEqual(['getTags']);
});

test('the same text for another kind of record is another tag', async () => {
	const { items } = await upsert([{ tag: 'vip' }]);
	expect(items[0].json).toMatchObject({ object_type: 'issue', value: 'vip', created: true });
	expect(items[0].json.id).not.toBe(vip);
});

test.each([1, 5])(
	'50 items with two tags, one of them new: asked once, created once (%d at once)',
	async (concurrency) => {
		const before = pylon.sim.state.tags.size;
		const { items } = await upsert(
			Array.from({ length: 50 }, (_, index) => ({ tag: index % 2 ? 'billing' : 'outage' })),
			{ requestOptions: { maxTries: 1, concurrency } },
		);
		expect(operations().sort()).toEqual(['createTag', 'getTags']);
		expect(pylon.sim.state.tags.size).toBe(before + 1);
		expect(items.map(({ json }) => json.created)).toEqual(items.map((_, index) => index === 0));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	},
);

test('somebody else creates it at the same time: that one is updated', async () => {
	pylon.sim.faults.add({ kind: 'data', operationId: 'getTags', value: [] });
	const { items } = await upsert([{ tag: 'billing' }], {
		additionalFields: { hexColor: '#111111' },
	});
	expect(operations()).toEqual(['getTags', 'createTag', 'getTag', 'updateTag']);
	expect(items[0].json).toMatchObject({ id: billing, hex_color: '#111111', created: false });
});

test('a tag in other capitals is the same: no second one is made', async () => {
	const { items } = await upsert([{ tag: 'Billing' }], {
		additionalFields: { hexColor: '#111111' },
	});
	expect(operations()).toEqual(['getTags', 'updateTag']);
	expect(items[0].json).toMatchObject({ id: billing, hex_color: '#111111', created: false });
});

test('an item that fails leaves the next one of that tag alone', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 403, operationId: 'createTag', nth: [1] });
	const { items } = await upsert(
		[{ tag: 'outage' }, { tag: 'outage' }],
		{},
		{ continueOnFail: true },
	);
	expect(errorOf(items[0])).toMatchObject({ status: 403 });
	expect(items[1]).toMatchObject({
		json: { value: 'outage', created: true },
		pairedItem: { item: 1 },
	});
});

test.each([['Twice'], ['twice']])(
	'of two tags that differ only in case, the one that is written so is changed: %s',
	async (text) => {
		const { tags } = pylon.sim.state;
		const [model] = tags.values();
		for (const value of ['Twice', 'twice'])
			tags.set(`tag-${value}`, { ...model, id: `tag-${value}`, object_type: 'issue', value });
		const { items } = await upsert([{ tag: text }, { tag: text.toUpperCase() }], {
			additionalFields: { hexColor: '#123456' },
		});
		expect(items[0].json).toMatchObject({ id: `tag-${text}`, created: false });
		expect(items[1].json.created).toBe(false);
		expect(tags.get(`tag-${text}`)).toMatchObject({ hex_color: '#123456' });
	},
);
