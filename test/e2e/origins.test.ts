import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();

const login = async (origin: string) => {
	const { n8n, owner } = sandbox();
	return await fetch(`${n8n.url}/rest/login`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: origin },
		body: JSON.stringify({ emailOrLdapLoginId: owner.email, password: owner.password }),
	});
};

const CORS = [
	'access-control-allow-origin',
	'access-control-allow-credentials',
	'access-control-allow-methods',
];

test.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])(
	'no other website may read the answers of n8n: %s',
	async (origin) => {
		const { n8n } = sandbox();
		const preflight = await fetch(`${n8n.url}/rest/workflows`, {
			method: 'OPTIONS',
			headers: {
				Origin: origin,
				'Access-Control-Request-Method': 'GET',
				'Access-Control-Request-Headers': 'content-type',
			},
		});
		for (const response of [
			preflight,
			await login(origin),
			await fetch(`${n8n.url}/rest/settings`, { headers: { Origin: origin } }),
		]) {
			expect(CORS.filter((name) => response.headers.has(name))).toEqual([]);
		}
	},
);

test('the printed password is the one that opens n8n', async () => {
	expect((await login(sandbox().n8n.url)).status).toBe(200);
});
