import type { INodeProperties } from 'n8n-workflow';
import { PylonApi } from '../../../../credentials/PylonApi.credentials';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withLoopback } from '../../../support/loopback';
import { withPylon } from '../../../support/pylon';
import { createIssue, errorOf, runPylon } from './support/run';
import { withVirtualTime } from './support/virtualTime';

const pylon = withPylon();

const time = withVirtualTime();
const loopback = withLoopback();

const create = createIssue('t');

describe('a credential that allows certain hosts only', () => {
	const restricted = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };
	const credentialType = new PylonApi();
	// n8n adds them to every credential (n8n-workflow 2.41, `DOMAIN_RESTRICTION_FIELDS`).
	const fields = ['allowedHttpRequestDomains', 'allowedDomains'];
	credentialType.properties.push(
		...fields.map((name): INodeProperties => ({
			displayName: name,
			name,
			type: 'string',
			default: '',
		})),
	);
	const options = { onError: 'continueRegularOutput' as const, credentialType };

	test.each([
		['of one request', create],
		[
			'of several requests',
			{
				resource: 'issue',
				operation: 'reply',
				issueId: byId(seedIds.issues.first),
				message: 'Hello',
			},
		],
	])(
		"its own 'Base URL' not among them: nothing is sent by an operation %s",
		async (_, parameters) => {
			const { items } = await runPylon(
				{ ...pylon.credentials, ...restricted },
				parameters,
				[{}],
				options,
			);
			expect(errorOf(items[0])).toEqual({
				message: expect.stringMatching(
					/^Domain not allowed: This credential is restricted from accessing (http:\/\/)?127\.0\.0\.1/,
				),
				description:
					"n8n did not send the request. Check 'Request Options' of the node, and 'Allowed HTTP Request Domains' of the credential.",
			});
			expect(pylon.sim.requests).toEqual([]);
			expect(time.waits).toEqual([]);
		},
	);

	test.each(['us', 'eu'])("Pylon's own host is always among them: %s", async (region) => {
		// Nothing of this test leaves the machine.
		const { url: proxy } = await loopback.nobody();
		const credentials = { ...pylon.credentials, ...restricted, region };
		const { items } = await runPylon(
			credentials,
			{ ...create, requestOptions: { proxy, maxTries: 1 } },
			[{}],
			options,
		);
		expect(errorOf(items[0])).toMatchObject({ code: 'ECONNREFUSED' });
	});
});
