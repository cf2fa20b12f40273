import { seedIds } from '../../../../sandbox/pylon';
import { credentialsFor } from '../../../support/pylon';
import {
	changeValue,
	errorFor,
	maybeProcessed,
	ofRequest,
	status,
	tokenPage,
} from './support/errorFor';
import { createIssue, getContact } from './support/run';
import { pylon, read, update } from './support/httpErrors';

describe('what the simulated Pylon refuses by itself', () => {
	test.each([
		[
			'400: a value',
			update({ portalRoleId: 'nobody' }),
			{
				message: 'Pylon refused the values: portal_role_id: portal role "nobody" not found',
				description: changeValue + ofRequest,
				status: 400,
				requestId: 'REQUEST',
			},
		],
		[
			'400 with exists_id',
			update({ email: 'carla@globex.example' }),
			{
				message: 'Pylon already has such a record: email: "carla@globex.example" is already in use',
				description: `It has the ID ${seedIds.contacts.carla}. Update that record, or change the value that has to be unique.${ofRequest}`,
				status: 400,
				existsId: seedIds.contacts.carla,
				requestId: 'REQUEST',
			},
		],
		[
			'404: the record',
			getContact('nobody'),
			{
				message: "Pylon has no record 'nobody' for 'Contact': Contact not found!",
				description: `Check 'Contact': the record may have been deleted or merged, or may belong to a different workspace than the API token.${ofRequest}`,
				status: 404,
				code: 'not_found',
				requestId: 'REQUEST',
			},
		],
	])('%s', async (_, parameters, error) => {
		expect(await errorFor(pylon, parameters)).toEqual(error);
	});

	test.each([
		[
			'invalid_authorization_header',
			{ apiToken: 'two words' },
			'Pylon could not read the API token',
			"Paste the token again into 'API Token' of the credential: the token alone, without 'Bearer' and without spaces inside.",
		],
		[
			'invalid_api_token',
			{ apiToken: 'unknown' },
			'Pylon does not know this API token',
			`An admin can create a token in Pylon under Settings > Integrations & dev > API tokens (${tokenPage}). Enter it in 'API Token' of the credential.`,
		],
		[
			'wrong_region_token',
			{ apiToken: 'simulated-eu-token' },
			'This API token belongs to the other Pylon region',
			"Point 'Base URL' of the credential to the host of the other region.",
		],
	])('401 %s', async (code, credential, message, description) => {
		const error = await errorFor(pylon, read, {
			credentials: credentialsFor(pylon.sim, credential),
		});
		expect(error).toEqual({
			message,
			description: description + ofRequest,
			status: 401,
			code,
			requestId: 'REQUEST',
		});
	});

	test('403', async () => {
		const readOnly = credentialsFor(pylon.sim, { apiToken: pylon.sim.tokens.readOnly });
		expect(await errorFor(pylon, update({ name: 'Ada' }), { credentials: readOnly })).toEqual({
			message: 'The API token lacks permission (to change contacts): Permission denied',
			description: `A token has the permissions of its role in Pylon, or of the user that it acts as. An admin can change that in Pylon under Settings > Integrations & dev > API tokens, or create another token.${ofRequest}`,
			status: 403,
			code: 'permission_denied',
			requestId: 'REQUEST',
		});
	});
});

describe.each([500, 502, 503, 504])('%d', (code) => {
	test('to a read', async () => {
		expect(await errorFor(pylon, read, { fault: status(code) })).toEqual({
			message: `Pylon could not answer (status ${code}): Simulated fault: status ${code}`,
			description: `Try again in a few minutes; https://status.usepylon.com shows whether Pylon is down.${ofRequest}`,
			status: code,
			requestId: 'REQUEST',
		});
	});

	test('as a web page to a create', async () => {
		expect(
			await errorFor(pylon, createIssue('t'), { fault: { kind: 'html', status: code } }),
		).toEqual({
			message: `Pylon could not answer (status ${code})`,
			description: maybeProcessed + ofRequest,
			status: code,
			requestId: 'REQUEST',
			maybeProcessed: true,
		});
	});
});
