import { optionsOf } from '../../../../nodes/Pylon/editor/recordOptions';
import { account } from '../../../../nodes/Pylon/records/account';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { addContacts, seedIds } from '../../../../sandbox/pylon';
import { openDropDown } from '../../../support/loadOptions';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const open = (method: string, parameters = {}) =>
	openDropDown(new Pylon(), method, pylon.credentials, parameters);

test.each([
	['getAccountTags', 'vip', 'vip'],
	['getIssueTags', 'billing', 'billing'],
	['getArticleTags', 'how-to', seedIds.tags.howTo],
])('%s: only the tags of that kind, as the API names them', async (method, name, value) => {
	const objectType = method.slice(3, -4).toLowerCase();
	const { tags } = pylon.sim.state;
	const own = [...tags.values()]
		.filter((tag) => tag.object_type === objectType)
		.map((tag) => tag.value);
	const options = await open(method);
	expect(options).toContainEqual({ name, value });
	expect(options.map((option) => option.name)).toEqual([...own].sort());
	expect(pylon.sim.requests).toHaveLength(1);
});

test.each([
	['getAccounts', expect.stringContaining('(globex.example)'), seedIds.accounts.globex],
	['getContacts', expect.stringContaining('Carla Diaz ('), seedIds.contacts.carla],
	['getFeatureRequests', 'Export as PDF (planned)', seedIds.featureRequests.pdf],
	['getTeams', 'Support', seedIds.teams.support],
	['getUsers', expect.stringContaining('Nora'), seedIds.users.nora],
])('%s: by ID, with one request', async (method, name, value) => {
	expect(await open(method)).toContainEqual({ name, value });
	expect(pylon.sim.requests).toHaveLength(1);
});

test('those of a record', async () => {
	expect(await open('getCustomObjects', { customObjectType: 'subscription' })).toContainEqual({
		name: expect.stringMatching(/^Globex/),
		value: seedIds.customObjects.globex,
	});
	expect(
		await open('getTrainingDataDocuments', { trainingDataId: byId(seedIds.trainingData) }),
	).toContainEqual({
		name: expect.stringContaining('manual-1'),
		value: seedIds.documents.first,
	});
});

test.each([
	['getCustomObjects', 'customObjectType', '', 'Custom Object Type'],
	['getCustomObjects', 'customObjectType', '={{ $json.missing }}', 'Custom Object Type'],
	['getTrainingDataDocuments', 'trainingDataId', byId(''), 'Training Data'],
])(
	'%s: without %s nothing is asked, and the list says what is missing',
	async (method, parameter, value, label) => {
		expect(await open(method, { [parameter]: value })).toMatchObject([
			{ name: `Choose '${label}' First`, value: '' },
		]);
		expect(pylon.sim.requests).toEqual([]);
	},
);

describe('how many there are', () => {
	const named = ({ length }: unknown[]) => length;

	test.each([
		[0, 0],
		[1, 1],
		[999, 999],
	])('%i contacts', async (count, entries) => {
		pylon.sim.state.contacts.clear();
		addContacts(pylon.sim.state, count);
		expect(named(await open('getContacts'))).toBe(entries);
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('1,000 contacts: the last entry says that there are more, and stands for nobody', async () => {
		pylon.sim.state.contacts.clear();
		addContacts(pylon.sim.state, 1000);
		const options = await open('getContacts');
		expect(options).toHaveLength(1000);
		expect(options[999]).toEqual({
			name: 'There Are More Than 999: Use an Expression for the Others',
			value: '',
		});
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('a full page of an endpoint without a second one says so too', async () => {
		const { featureRequests } = pylon.sim.state;
		const [one] = featureRequests.values();
		for (let number = featureRequests.size; number < 1000; number++)
			featureRequests.set(`f${number}`, { ...one, id: `f${number}` });
		expect(await open('getFeatureRequests')).toHaveLength(1000);
	});
});

test('when Pylon gives no list: a sentence', async () => {
	pylon.sim.faults.add({ kind: 'status', status: 503 });
	await expect(open('getUsers')).rejects.toThrow(/^Pylon [^\n]*\. [A-Z][^\n]*\.$/);
});

test('a record without a name is listed by its ID', async () => {
	const bare = optionsOf({ ...account, label: () => '' });
	const node = new Pylon();
	node.methods = { loadOptions: { bare } } as unknown as Pylon['methods'];
	expect(await openDropDown(node, 'bare', pylon.credentials)).toContainEqual({
		name: seedIds.accounts.globex,
		value: seedIds.accounts.globex,
	});
});
