import type { INodeListSearchResult } from 'n8n-workflow';

import { account } from '../../../../nodes/Pylon/records/account';
import { kinds } from '../../../../nodes/Pylon/records';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { APPS } from '../../../../nodes/shared/client/region';
import { seedIds } from '../../../../sandbox/pylon';
import { searchList } from '../../../support/loadOptions';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();

const list = async (method: string): Promise<INodeListSearchResult['results']> =>
	(await searchList(new Pylon(), method, pylon.credentials)).results;

test('an issue opens where Pylon says that it is', async () => {
	const results = await list('searchIssues');
	const links = new Map([...pylon.sim.state.issues.values()].map(({ id, number }) => [id, number]));
	expect(results).not.toEqual([]);
	for (const { value, url } of results)
		expect(url).toBe(`https://app.usepylon.com/issues?issueNumber=${links.get(String(value))}`);
});

test.each([{ value: null }, { value: 7 }, { value: 'ftp://a.example' }, { value: 'javascript:a' }])(
	'an issue whose link is $value opens nowhere',
	async ({ value }) => {
		pylon.sim.faults.add({
			kind: 'data',
			value: [{ id: 'a', number: 1, title: 'b', link: value }],
		});
		expect(await list('searchIssues')).toEqual([{ name: '#1 b', value: 'a' }]);
	},
);

test('an account opens by its ID in the app of its region', () => {
	const { globex } = seedIds.accounts;
	expect(account.url?.({ id: globex }, APPS.eu)).toBe(
		`https://app.eu.usepylon.com/accounts/${globex}`,
	);
});

test('behind a base URL of the user, nobody knows where the app is', async () => {
	const results = await list('searchAccounts');
	expect(results).not.toEqual([]);
	for (const { url } of results) expect(url).toBeUndefined();
});

test('of no other kind of record is an address known', () => {
	expect(kinds.filter(({ url }) => url !== undefined).map(({ noun }) => noun)).toEqual([
		'account',
		'issue',
	]);
});
