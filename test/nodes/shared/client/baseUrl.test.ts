import { BASE_URL_ADVICE } from '../../../../nodes/shared/client/region';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from './support/run';

const pylon = withPylon();

test.each([
	[
		{ baseUrl: 'proxy.example' },
		"'Base URL' of the Pylon credential cannot be used",
		BASE_URL_ADVICE,
	],
	[
		{ baseUrl: 'http://proxy.example' },
		"'Base URL' of the Pylon credential cannot be used",
		BASE_URL_ADVICE,
	],
	[
		{ region: 'eu', apiToken: 'pylon_api_1' },
		"'Region' of the Pylon credential is European Union, but the API token belongs to the region United States",
		"Open the credential and set 'Region' to Automatic, or paste a token of the chosen region.",
	],
	[
		{ baseUrl: 'http://bob:hunter2@127.0.0.1:1' },
		"'Base URL' of the Pylon credential cannot be used",
		BASE_URL_ADVICE,
	],
	[
		{ apiToken: '  ' },
		"'API Token' of the Pylon credential cannot be used",
		"Open the credential and fill in 'API Token'. An admin can create one in Pylon under Settings > Integrations & dev > API tokens (https://app.usepylon.com/settings/api-tokens).",
	],
])('a credential with %j', async (changes, message, description) => {
	const credentials = { ...pylon.credentials, ...changes };
	const inputs = [{ id: 'a' }, { id: 'b' }];
	const { items } = await runPylon(credentials, getContact(), inputs, {
		onError: 'continueRegularOutput',
	});
	expect(items.map(errorOf)).toEqual([
		{ message, description },
		{ message, description },
	]);
	const { error } = await runPylon(credentials, getContact(), inputs);
	expect(error).toMatchObject({ message, description });
	expect(pylon.sim.requests).toEqual([]);
});

test('a slash at the end of the base URL and spaces around the token do no harm', async () => {
	const credentials = {
		...pylon.credentials,
		baseUrl: `${pylon.sim.url}/`,
		apiToken: ` ${pylon.sim.tokens.us}\n`,
	};
	const { error } = await runPylon(credentials, getContact('c0000000-0000-4000-8000-000000000001'));
	expect(error).toBeUndefined();
});
