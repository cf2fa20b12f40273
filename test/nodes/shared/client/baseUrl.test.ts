import { BASE_URL_ADVICE, toBaseUrl } from '../../../../nodes/shared/client/baseUrl';
import { withPylon } from '../../../support/pylon';
import { errorOf, getContact, runPylon } from './support/run';

const pylon = withPylon();

test.each([
	['us', undefined, 'https://api.usepylon.com'],
	['eu', undefined, 'https://api.eu.usepylon.com'],
	['us', 'http://127.0.0.1:1', 'https://api.usepylon.com'],
	['custom', ' https://proxy.example/pylon// ', 'https://proxy.example/pylon'],
	['custom', 'HTTP://proxy.example:8080', 'HTTP://proxy.example:8080'],
	['custom', '', undefined],
	['custom', 'proxy.example', undefined],
	['custom', 'ftp://proxy.example', undefined],
	['custom', 'https://', undefined],
	['custom', 'https://a b', undefined],
	['custom', 'https://bob:hunter2@proxy.example', undefined],
	['custom', 'https://bob@proxy.example', undefined],
	['custom', 'https://proxy.example/x?y=1', undefined],
	['custom', 'https://proxy.example/x#z', undefined],
	['custom', undefined, undefined],
	['custom', 7, undefined],
] as const)('%s, %j', (region, custom, baseUrl) => {
	expect(toBaseUrl(region, custom)).toBe(baseUrl);
});

test.each([
	[{ baseUrl: 'proxy.example' }, "'Base URL' of the Pylon credential is not usable", BASE_URL_ADVICE],
	[{ baseUrl: 'http://bob:hunter2@127.0.0.1:1' }, "'Base URL' of the Pylon credential is not usable", BASE_URL_ADVICE],
	[
		{ apiToken: '  ' },
		"'API Token' of the Pylon credential is not usable",
		"Open the credential and fill in 'API Token'. An admin can make one in Pylon under Settings > API Tokens.",
	],
])('a credential with %j', async (changes, message, description) => {
	const credentials = { ...pylon.credentials, ...changes };
	const inputs = [{ id: 'a' }, { id: 'b' }];
	const { items } = await runPylon(credentials, getContact(), inputs, { onError: 'continueRegularOutput' });
	expect(items.map(errorOf)).toEqual([
		{ message, description },
		{ message, description },
	]);
	const { error } = await runPylon(credentials, getContact(), inputs);
	expect(error).toMatchObject({ message, description });
	expect(pylon.sim.requests).toEqual([]);
});

test('a slash at the end of the base URL and spaces around the token do no harm', async () => {
	const credentials = { ...pylon.credentials, baseUrl: `${pylon.sim.url}/`, apiToken: ` ${pylon.sim.tokens.us}\n` };
	const { error } = await runPylon(credentials, getContact('c0000000-0000-4000-8000-000000000001'));
	expect(error).toBeUndefined();
});
