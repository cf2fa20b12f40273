import { pylon, serve, file, download, descriptionOf, bytesOf } from './support/downloads';

jest.setTimeout(20_000);

const MB = 1_000_000;

describe('the token', () => {
	test('goes neither to the host of the file nor to where that sends us', async () => {
		const end = await serve(file('picture'));
		const start = await serve((_, response) =>
			response.writeHead(302, { location: `${end.url}/moved.png` }).end(),
		);
		const { items } = await download(`${start.url}/a.png?Expires=1&Signature=x%2By`);
		expect(bytesOf(items[0]).toString()).toBe('picture');
		expect([...start.requests, ...end.requests]).toEqual([
			{ method: 'GET', url: '/a.png?Expires=1&Signature=x%2By', authorization: undefined },
			{ method: 'GET', url: '/moved.png', authorization: undefined },
		]);
	});

	test("not even to Pylon's own host", async () => {
		const { error } = await download(`${pylon.sim.url}/me`);
		expect(error?.message).toContain('expired (status 401)');
		expect(pylon.sim.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
	});
});

describe("'Only From Pylon'", () => {
	const elsewhere = 'localhost';
	const at = (url: string) => url.replace('127.0.0.1', elsewhere);

	test('on by default: another host is not asked', async () => {
		const server = await serve(file('internal'));
		const { error } = await download(at(`${server.url}/a.png`));
		expect(error?.message).toMatch(/^The file is on localhost:\d+, which is not Pylon's/);
		expect(descriptionOf(error)).toContain("switch off 'Only From Pylon'");
		expect(server.requests).toEqual([]);
	});

	test('nor is one to which a redirect leads', async () => {
		const end = await serve(file('internal'));
		const start = await serve((_, response) =>
			response.writeHead(302, { location: at(`${end.url}/b.png`) }).end(),
		);
		const { error } = await download(`${start.url}/a.png`);
		expect(error?.message).toMatch(/which is not Pylon's/);
		expect([start.requests.length, end.requests.length]).toEqual([1, 0]);
	});

	test.each(['usepylon.com.evil.example', 'evilusepylon.com', '127.0.0.1.evil.example'])(
		'nor a host that looks like it: %s',
		async (host) => {
			const { error } = await download(`https://${host}/a.png`);
			expect(error?.message).toBe(`The file is on ${host}, which is not Pylon's`);
		},
	);

	test('redirects without end are given up', async () => {
		const server = await serve((_, response) =>
			response.writeHead(302, { location: '/again' }).end(),
		);
		const { error } = await download(`${server.url}/a.png`);
		expect(error?.message).toMatch(/could not send the file \(status 302\)/);
		expect(server.requests).toHaveLength(6);
	});

	test('switched off, any host is', async () => {
		const end = await serve(file('picture'));
		const start = await serve((_, response) =>
			response.writeHead(302, { location: at(`${end.url}/b.png`) }).end(),
		);
		const { items } = await download(at(`${start.url}/a.png`), { onlyFromPylon: false });
		expect(bytesOf(items[0]).toString()).toBe('picture');
	});
});

describe('size', () => {
	/** Sends without end until the other side hangs up. */
	const endless = async (headers: Record<string, string> = {}) => {
		const sent = { bytes: 0 };
		const chunk = Buffer.alloc(64 * 1024);
		let hangUp = () => {};
		const hungUp = new Promise<void>((resolve) => {
			hangUp = resolve;
		});
		const server = await serve((_, response) => {
			response.on('close', hangUp);
			response.writeHead(200, headers);
			const more = () => {
				while (!response.destroyed) {
					sent.bytes += chunk.length;
					if (!response.write(chunk)) return void response.once('drain', more);
				}
			};
			more();
		});
		return { url: `${server.url}/endless.bin`, sent, hungUp, requests: server.requests };
	};

	test('a file without end is given up at the ceiling, so it is read as a stream; once', async () => {
		const { url, sent, hungUp, requests } = await endless();
		const { items, error } = await download(url, { largestSize: 2 }, { maxTries: 4 });
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: "The file is larger than 'Largest Size (MB)' allows",
			context: { itemIndex: 0 },
		});
		expect(descriptionOf(error)).toContain('more than 2 MB');
		expect(requests).toHaveLength(1);
		await hungUp;
		// What was under way in the buffers of both sides comes on top; a file read whole would never end.
		expect(sent.bytes).toBeLessThan(40 * MB);
	});

	test('one that says that it is larger is not read at all', async () => {
		const { url, sent, hungUp } = await endless({ 'content-length': String(3 * MB) });
		expect((await download(url, { largestSize: 2 })).error?.message).toBe(
			"The file is larger than 'Largest Size (MB)' allows",
		);
		await hungUp;
		expect(sent.bytes).toBeLessThan(40 * MB);
	});

	test.each([
		[2 * MB, true],
		[2 * MB + 1, false],
	])('%d bytes with a ceiling of 2 MB: %s', async (size, fits) => {
		const { url } = await serve((_, response) => response.end(Buffer.alloc(size, 7)));
		const { items, error } = await download(`${url}/x.bin`, { largestSize: 2 });
		if (fits) expect(bytesOf(items[0]).equals(Buffer.alloc(size, 7))).toBe(true);
		else expect(error?.message).toContain('larger than');
	});

	test('50 MB when nothing is said', async () => {
		const { url } = await serve((_, response) =>
			response.writeHead(200, { 'content-length': String(50 * MB + 1) }).flushHeaders(),
		);
		expect(descriptionOf((await download(url)).error)).toContain('more than 50 MB');
	});

	test('an empty file is one too', async () => {
		const { url } = await serve(file(''));
		const { items } = await download(`${url}/empty.png`);
		expect(items[0].json).toMatchObject({ fileName: 'empty.png', fileSize: 0 });
	});
});

describe('name and type', () => {
	test.each([
		["attachment; filename*=UTF-8''%C3%9Cbersicht%20%E2%9C%93.png", 'Übersicht ✓.png'],
		['attachment; filename="plan; final.png"', 'plan; final.png'],
		['inline; filename=plan.png', 'plan.png'],
		['attachment; filename="..\\..\\evil.png"', 'evil.png'],
		['attachment', 'from address.png'],
		['attachment; filename=".."', 'from address.png'],
		['attachment; filename="a/.."', 'from address.png'],
		["attachment; filename*=UTF-8''a%0D%0A%00b%E2%80%AEgnp.exe", 'abgnp.exe'],
		[`attachment; filename="${'x'.repeat(8000)}.png"`, `${'x'.repeat(196)}.png`],
		["attachment; filename*=UTF-8''%E0%A4%A.png", '%E0%A4%A.png'],
	])('content-disposition %s', async (disposition, fileName) => {
		const { url } = await serve(file('x', { 'content-disposition': disposition }));
		const { items } = await download(`${url}/a/from%20address.png`);
		expect(items[0].json).toEqual({ fileName, mimeType: 'image/png', fileSize: 1 });
	});

	test('the name without what Pylon puts before it', async () => {
		const { url } = await serve(file('x'));
		const { items } = await download(
			`${url}/6f1e0c52-8f0e-4a44-9d53-0d8a3c1f2b7e%2F1757401419672-image.png?Expires=1`,
		);
		expect(items[0].json.fileName).toBe('image.png');
	});

	test('a type that says nothing gives way to the name', async () => {
		const { url } = await serve(file('%PDF', { 'content-type': 'application/octet-stream' }));
		expect((await download(`${url}/contract.pdf`)).items[0].json.mimeType).toBe('application/pdf');
	});
});
