import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { added, removed } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

const pylon = withPylon({ checkReplies: true });
const methods = () => pylon.sim.requests.map(({ method }) => method);
const written = () => pylon.sim.requests[1]?.body;

describe('chat channels of an account', () => {
	const { globex } = seedIds.accounts;
	const main = { channel_id: 'C1', channel_name: 'ext-globex', is_primary: true, source: 'slack' };
	const other = { channel_id: 'C2', source: 'slack' };
	const channelsOf = (...channel: INodeParameters[]) => ({ channel });
	const store = (channels: IDataObject[] | undefined) => {
		const { accounts } = pylon.sim.state;
		accounts.set(globex, { ...accounts.get(globex)!, channels } as never);
	};
	const update = (channels: INodeParameters) =>
		runPylon(pylon.credentials, {
			resource: 'account',
			operation: 'update',
			accountId: byId(globex),
			updateFields: { channels },
		});

	test.each<[string, INodeParameters, IDataObject[] | undefined]>([
		[
			'one more',
			added(channelsOf({ channelId: 'C3' })),
			[main, other, { channel_id: 'C3', source: 'slack' }],
		],
		[
			'the same ID elsewhere is another one',
			added(channelsOf({ channelId: 'C2', source: 'discord' })),
			[main, other, { channel_id: 'C2', source: 'discord' }],
		],
		[
			'another main one',
			added(channelsOf({ channelId: 'C2', isPrimary: true })),
			[
				{ ...main, is_primary: false },
				{ ...other, is_primary: true },
			],
		],
		[
			'a new name: the rest of it stays',
			added(channelsOf({ channelId: 'C1', channelName: 'globex' })),
			[{ ...main, channel_name: 'globex' }, other],
		],
		['one that is there', added(channelsOf({ channelId: 'C1' })), undefined],
		['one less, by its ID alone', removed(channelsOf({ channelId: 'C1' })), [other]],
		['one that is not there, removed', removed(channelsOf({ channelId: 'C3' })), undefined],
	])('%s', async (_, channels, expected) => {
		store([main, other]);
		const { error } = await update(channels);
		expect(error).toBeUndefined();
		expect(methods()).toEqual(expected === undefined ? ['GET'] : ['GET', 'PATCH']);
		expect(written()).toEqual(expected && { channels: expected });
	});

	test('are not changed where Pylon does not tell them', async () => {
		pylon.sim.faults.add({ kind: 'data', operationId: 'getAccount', value: { id: globex } });
		const { error } = await update(added(channelsOf({ channelId: 'C3' })));
		expect(error?.message).toBe("Pylon does not return the 'Channels' of the record");
		expect(methods()).toEqual(['GET']);
	});
});

describe('tags of a knowledge base article', () => {
	const { export: exporting } = seedIds.articles;
	const { howTo } = seedIds.tags;
	const other = 'tag-of-articles';
	beforeEach(() => {
		const { articles, tags } = pylon.sim.state;
		tags.set(other, { ...tags.get(howTo)!, id: other, value: 'billing' });
		articles.set(exporting, { ...articles.get(exporting)!, tag_ids: [howTo] });
	});

	test.each<[string, INodeParameters, string[] | undefined]>([
		['one more, chosen from the list', added([other]), [howTo, other]],
		['as text with commas', added(`${howTo}, ${other}`), [howTo, other]],
		['an array by expression', added('={{ $json.tags }}'), [howTo, other]],
		['one less', removed([howTo]), []],
		['one that is there', added([howTo]), undefined],
	])('%s', async (_, tagIds, expected) => {
		const knowledgeBaseId = byId(seedIds.knowledgeBase);
		const { items, error } = await runPylon(
			pylon.credentials,
			{
				resource: 'knowledgeBaseArticle',
				operation: 'update',
				knowledgeBaseId,
				articleId: byId(exporting),
				updateFields: { tagIds },
			},
			[{ tags: [other] }],
		);
		expect(error).toBeUndefined();
		expect(methods()).toEqual(expected === undefined ? ['GET'] : ['GET', 'PATCH']);
		expect(written()).toEqual(expected && { tag_ids: expected });
		expect(items).toMatchObject([{ json: { id: exporting }, pairedItem: { item: 0 } }]);
	});
});
