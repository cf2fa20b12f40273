import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { added } from '../../../support/listChange';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { upserting } from './support/upserts';

const pylon = withPylon({ checkReplies: true });

const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);

interface Case {
	resource: string;
	parameters: INodeParameters;
	additionalFields: INodeParameters;
	/** Another value of each. */
	others: INodeParameters;
}

const { accounts, users } = seedIds;

const CASES: Case[] = [
	{
		resource: 'contact',
		parameters: { email: 'carla@globex.example', name: 'Carla Diaz' },
		additionalFields: {
			avatarUrl: 'https://globex.example/carla.png',
			portalRole: 'member',
			customFieldsJson:
				'{"job_title":"Buyer","trainings":3,"is_champion":true,"interests":["beta","webinars"]}',
		},
		others: {
			avatarUrl: 'https://globex.example/c.png',
			portalRole: 'admin',
			customFieldsJson:
				'{"job_title":"Buyer","trainings":3,"is_champion":true,"interests":["beta"]}',
		},
	},
	{
		resource: 'account',
		parameters: { domain: 'globex.example', name: 'Globex' },
		additionalFields: {
			accountType: 'customer',
			logoUrl: 'https://globex.example/logo.png',
			ownerId: byId(users.nora),
			tags: added(['vip', 'Renewal']),
			customFieldsJson: '{"plan":"team","renewal_date":"2027-01-31"}',
		},
		others: {
			accountType: 'partner',
			logoUrl: 'https://globex.example/l.png',
			ownerId: byId(users.omar),
			tags: added(['new']),
			customFieldsJson: '{"plan":"team","renewal_date":"2027-02-28"}',
		},
	},
];

describe.each(CASES)(
	'$resource: a record that is as wanted',
	({ resource, parameters, ...fields }) => {
		const upsert = upserting(resource, () => pylon.credentials);
		const { additionalFields, others } = fields;

		test('is not written, whichever fields are given; another value of one of them is', async () => {
			expect((await upsert({ ...parameters, additionalFields })).error).toBeUndefined();
			pylon.sim.resetLog();
			const { items, error } = await upsert({ ...parameters, additionalFields });
			expect(error).toBeUndefined();
			expect(operations().filter((id) => id?.startsWith('update'))).toEqual([]);
			expect(items).toMatchObject([{ json: { created: false } }]);
			for (const [name, value] of Object.entries(others)) {
				pylon.sim.resetLog();
				await upsert({ ...parameters, additionalFields: { ...additionalFields, [name]: value } });
				const writes = operations().filter((id) => id?.startsWith('update'));
				expect({ name, writes: writes.length }).toEqual({ name, writes: 1 });
				await upsert({ ...parameters, additionalFields });
			}
		});
	},
);

test('a contact of the account that is given is not written', async () => {
	const upsert = upserting('contact', () => pylon.credentials);
	const into = (accountId: string) =>
		upsert({ email: 'carla@globex.example', accountId: byId(accountId) });
	await into(accounts.globex);
	expect(operations()).toEqual(['searchContacts']);
	const { items } = await into(accounts.initech);
	expect(operations().slice(1)).toEqual(['searchContacts', 'updateContact']);
	expect(items).toMatchObject([{ json: { account_id: accounts.initech } }]);
});
