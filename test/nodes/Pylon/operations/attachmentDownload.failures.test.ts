import { clock } from '../../../../nodes/shared/client/clock';
import { errorOf, runPylon } from '../../shared/client/support/run';
import { withVirtualTime } from '../../shared/client/support/virtualTime';
import { nobody, pylon, serve, file, download, descriptionOf, bytesOf } from './support/downloads';

jest.setTimeout(20_000);

test('a file that comes too slowly is given up, though it is never silent', async () => {
	const sleep = jest
		.spyOn(clock, 'sleep')
		.mockImplementation(async () => await new Promise<void>((resolve) => setImmediate(resolve)));
	const { url } = await serve((_, response) => {
		response.writeHead(200);
		const drip = () => {
			if (!response.destroyed) response.write('x', () => setImmediate(drip));
		};
		drip();
	});
	const { items, error } = await download(`${url}/a.png`);
	sleep.mockRestore();
	expect(items).toEqual([]);
	expect(error?.message).toBe(`${new URL(url).host} did not send the file in time`);
});

test('a server that never begins is given up', async () => {
	const deadline = jest.spyOn(clock, 'deadline').mockImplementation(() => AbortSignal.timeout(100));
	const { url } = await serve(() => undefined);
	const { error } = await download(`${url}/a.png`);
	deadline.mockRestore();
	expect(error?.message).toBe(`${new URL(url).host} did not send the file in time`);
});

describe('what can go wrong', () => {
	test.each([401, 403, 404, 410])(
		'status %d: the address has expired, or the file is gone',
		async (status) => {
			const { url, requests } = await serve((_, response) =>
				response.writeHead(status).end('<Error>AccessDenied</Error>'),
			);
			const { error } = await download(`${url}/a.png`, {}, { maxTries: 4 });
			expect(error).toMatchObject({
				message: `There is no file at 'File URL', or the URL has expired (status ${status})`,
				context: { itemIndex: 0, pylon: { status } },
			});
			expect(descriptionOf(error)).toContain(
				'Get the message or voice call again right before this node',
			);
			expect(requests).toHaveLength(1);
		},
	);

	describe('it is tried again', () => {
		withVirtualTime();

		test('status 503', async () => {
			const { url, requests } = await serve((request, response) => {
				if (requests.length < 3) response.writeHead(503).end();
				else file('picture')(request, response);
			});
			const { items } = await download(`${url}/a.png`, {}, { maxTries: 3 });
			expect(bytesOf(items[0]).toString()).toBe('picture');
		});
	});

	test('status 500 to the end', async () => {
		const { url } = await serve((_, response) => response.writeHead(500).end('oops'));
		const { error } = await download(`${url}/a.png`);
		expect(error?.message).toBe(`${new URL(url).host} could not send the file (status 500)`);
	});

	test('a file that breaks off in the middle is no file', async () => {
		const { url } = await serve((_, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('half', () => response.destroy());
		});
		const { items, error } = await download(`${url}/a.png`);
		expect(items).toEqual([]);
		expect(error?.message).toBe(
			`The connection to ${new URL(url).host} broke before the file was complete (ECONNRESET)`,
		);
		expect(descriptionOf(error)).toContain("Check 'File URL'");
	});

	test('a file that stays silent in the middle is given up after a minute', async () => {
		const sleep = jest
			.spyOn(clock, 'sleep')
			.mockImplementation(async () => await new Promise<void>((resolve) => setImmediate(resolve)));
		const { url } = await serve((_, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('half');
		});
		const { items, error } = await download(`${url}/a.png`);
		const waits = sleep.mock.calls.map(([ms]) => ms);
		sleep.mockRestore();
		expect(waits).toContain(60_000);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: `${new URL(url).host} did not send the file in time`,
			context: { itemIndex: 0 },
		});
		expect(descriptionOf(error)).toContain("Check 'File URL'");
	});

	test('an execution that is stopped hangs up in the middle of a file', async () => {
		const stop = new AbortController();
		let hangUp = () => {};
		const hungUp = new Promise<void>((resolve) => {
			hangUp = resolve;
		});
		const { url } = await serve((_, response) => {
			response.on('close', hangUp);
			response.writeHead(200, { 'content-length': '1000' });
			response.write('half', () => stop.abort());
		});
		const parameters = { resource: 'attachment', operation: 'download', fileUrl: `${url}/a.png` };
		const { items, error } = await runPylon(pylon.credentials, parameters, [{}], {
			cancelSignal: stop.signal,
		});
		expect(items).toEqual([]);
		expect(error?.message).toBe('The execution was stopped');
		await hungUp;
	});

	test('nobody answers', async () => {
		const closed = await nobody();
		const { error } = await download(`${closed.url}/a.png`);
		expect(error).toMatchObject({
			message: `Nothing answers at ${new URL(closed.url).host}`,
			context: { itemIndex: 0 },
		});
		expect(descriptionOf(error)).toContain("Check 'File URL', and whether this n8n can reach");
	});

	test('with continue-on-fail the item says it', async () => {
		const { url } = await serve((_, response) => response.writeHead(404).end());
		const { items } = await download(`${url}/a.png`, {}, { continueOnFail: true });
		expect(errorOf(items[0])).toMatchObject({
			status: 404,
			message: expect.stringContaining("'File URL'"),
		});
		expect(items[0].binary).toBeUndefined();
	});
});
