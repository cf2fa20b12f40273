import { n8nEnvironment } from '../../../sandbox/n8n/environment';
import { newPassword } from '../../../sandbox/n8n/sandbox';

test("n8n listens on this machine only, shuts other websites out, and sees nothing of the user's own settings", () => {
	const before = { ...process.env };
	Object.assign(process.env, {
		N8N_BASIC: 'x',
		DB_TYPE: 'postgresdb',
		HTTPS_PROXY: 'http://127.0.0.1:1',
		NODE_ENV: 'development',
	});
	const environment = n8nEnvironment('/tmp/nowhere', 1, 2, () => true);
	process.env = before;
	expect(environment).toMatchObject({
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		NODE_ENV: 'production',
	});
	expect(Object.keys(environment)).not.toEqual(expect.arrayContaining(['N8N_BASIC']));
	expect(environment).not.toHaveProperty('DB_TYPE');
	expect(environment).not.toHaveProperty('HTTPS_PROXY');
});

test('only modules that this n8n has are left out: it would not start otherwise', () => {
	const modules = (knows: (name: string) => boolean) =>
		n8nEnvironment('/tmp/nowhere', 1, 2, knows).N8N_DISABLED_MODULES;
	expect(modules(() => true)?.split(',')).toEqual(expect.arrayContaining(['chat-hub', 'agents']));
	expect(modules((name) => name === 'chat-hub')).toBe('chat-hub');
	expect(modules(() => false)).toBe('');
});

test("the owner's password is another one each time, and one that n8n takes", () => {
	const passwords = Array.from({ length: 100 }, newPassword);
	expect(new Set(passwords).size).toBe(100);
	for (const password of passwords) expect(password).toMatch(/^(?=.*[A-Z])(?=.*\d).{16,64}$/);
});
