import { TestCredentialsHelper } from '../../support/credentialsHelper';
import { credentials, deliverTo, expectRefusal, signed, PAYLOAD } from './support/deliveries';

afterEach(() => jest.restoreAllMocks());

test.each([
	['signature', signed(PAYLOAD)],
	['header', { 'x-secret': 'value' }],
])(
	"n8n's database is away while a call is checked by %s: the sender may try again",
	async (verification, headers) => {
		jest
			.spyOn(TestCredentialsHelper.prototype, 'getDecrypted')
			.mockRejectedValueOnce(new Error('Connection terminated unexpectedly'));
		const delivery = {
			credentials,
			headers,
			parameters: { verification, headerName: 'x-secret' },
		};
		const result = await deliverTo(delivery);
		expectRefusal(result, 503, 'noDatabase');
		expect(result.body).toEqual({
			message: 'The call could not be checked at the moment. Try again later.',
		});
		expect(result.log[0].meta).toMatchObject({ cause: 'Connection terminated unexpectedly' });
	},
);

test('what was refused then is no duplicate when it comes again', async () => {
	jest
		.spyOn(TestCredentialsHelper.prototype, 'getDecrypted')
		.mockRejectedValueOnce(new Error('Connection terminated unexpectedly'));
	expectRefusal(await deliverTo({ credentials }), 503, 'noDatabase');
	expect((await deliverTo({ credentials })).body).toBe('Received');
});
