import { PylonApi } from '../../credentials/PylonApi.credentials';
import { testCredential } from './credentialTest';
import { credentialsFor, withPylon } from './pylon';

const pylon = withPylon();

test('the credentials reach the simulated Pylon', async () => {
	expect(await testCredential(new PylonApi(), pylon.credentials)).toMatchObject({ status: 'OK' });
	const [request] = pylon.sim.requests;
	expect(request).toMatchObject({ method: 'GET', path: '/me' });
});

test('every test begins with an empty log', () => {
	expect(pylon.sim.requests).toEqual([]);
});

test('another token can be chosen', async () => {
	const credentials = credentialsFor(pylon.sim, { apiToken: 'none' });
	expect(await testCredential(new PylonApi(), credentials)).toMatchObject({ status: 'Error' });
});
