/** Names of the caller's variables that n8n may see: no `N8N_*`, `DB_*` or proxy of the user's leaks in. */
const KEPT = ['PATH', 'LANG', 'LC_ALL', 'TMPDIR', 'SystemRoot'];

/** Parts of n8n that ask servers for models, registries and the like. */
const DISABLED_MODULES = ['instance-ai', 'mcp-registry', 'chat-hub', 'agents'];

/**
 * Makes the environment of the sandbox's n8n: it listens on loopback only, has a user folder of its own, and asks no
 * server of n8n's or of anybody else (names: n8n 2.41.1, `@n8n/config/dist/configs`).
 *
 * @param userFolder holds n8n's database, settings and community packages, and is its home folder
 * @param port where n8n listens
 * @param brokerPort where n8n's task broker listens; its default is one fixed port, on which two n8n would collide
 * @param knowsModule tells whether this n8n has a module: n8n does not start when it is told to disable one that it
 *   does not have
 * @returns the environment variables: n8n's, and those of the caller that n8n needs
 */
export function n8nEnvironment(
	userFolder: string,
	port: number,
	brokerPort: number,
	knowsModule: (name: string) => boolean,
): NodeJS.ProcessEnv {
	const kept = Object.fromEntries(
		KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
	);
	return {
		...kept,
		// In any other mode n8n lets every website read its answers (CORS), for its own developers.
		NODE_ENV: 'production',
		HOME: userFolder,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		GENERIC_TIMEZONE: 'UTC',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		// The list of verified packages is fetched from n8n's servers; ours is loaded without it.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: DISABLED_MODULES.filter(knowsModule).join(','),
	};
}
