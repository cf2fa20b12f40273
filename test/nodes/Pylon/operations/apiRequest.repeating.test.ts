import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { getContact, runPylon } from '../../shared/client/support/run';
import { withVirtualTime } from '../../shared/client/support/virtualTime';

const pylon = withPylon();

const time = withVirtualTime();

const send = async (parameters: INodeParameters, inputs = [{}], credentials = pylon.credentials) =>
	await runPylon(credentials, { resource: 'apiRequest', operation: 'send', ...parameters }, inputs);

const create = { method: 'POST', path: '/tags', body: '{"value":"vip-2","object_type":"account"}' };

describe('repeating', () => {
	const failing = { kind: 'status', status: 503, processed: true } as const;

	test.each([
		['GET', { path: '/me' }],
		[
			'PATCH',
			{ method: 'PATCH', path: `/contacts/${seedIds.contacts.ada}`, body: '{"name":"Ada L."}' },
		],
		['a search', { method: 'POST', path: '/contacts/search', body: '{}' }],
		[
			'DELETE',
			{ method: 'DELETE', path: `/contacts/${seedIds.contacts.ben}`, response: 'fullResponse' },
		],
	])('%s is sent again after 503', async (_, parameters) => {
		pylon.sim.faults.add({ ...failing, nth: [1] });
		const { items, error } = await send(parameters);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		expect(pylon.sim.requests).toHaveLength(2);
	});

	test.each([500, 503])('a POST that creates is not, after %d', async (status) => {
		pylon.sim.faults.add({ ...failing, status, nth: [1] });
		const { error } = await send(create);
		expect(error).toMatchObject({
			httpCode: String(status),
			description: expect.stringContaining(
				'Pylon may have processed it anyway, so it was not sent again.',
			),
		});
		expect(pylon.sim.requests).toHaveLength(1);
	});

	test('429 is waited out, a POST that creates included', async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 429,
			headers: { 'X-Retry-After': '7' },
			nth: [1],
		});
		const { items } = await send(create);
		expect(items).toMatchObject([{ json: { value: 'vip-2' } }]);
		expect(time.waits).toEqual([7000]);
		expect([...pylon.sim.processedCounts('createTag').values()]).toEqual([1]);
	});

	test("the pause of an endpoint holds for the other operations' calls to it", async () => {
		pylon.sim.faults.add({
			kind: 'status',
			status: 429,
			headers: { 'X-Retry-After': '7' },
			nth: [1],
		});
		const parameters = {
			path: `/contacts/${seedIds.contacts.ada}`,
			requestOptions: { longestWait: 1 },
		};
		expect((await send(parameters)).error?.message).toContain('asks to wait 7 more seconds');
		await runPylon(pylon.credentials, getContact(seedIds.contacts.carla));
		expect(time.waits).toEqual([7000]);
	});
});
