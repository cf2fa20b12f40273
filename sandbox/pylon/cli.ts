import { parseArgs } from 'node:util';
import { startSimulatedPylon } from '.';

const USAGE = `Usage: npm run pylon -- [options]
  --port <number>      port of the US host (default 4010; 0 takes a free one)
  --eu-port <number>   port of the EU host (default 4011; 0 takes a free one)
  --limits real|off    rate limits: Pylon's figures as far as known (default), or none
  --seed company|empty records to begin with: a small company (default), or none
  --help               this text`;

interface Settings {
	port: number;
	euPort: number;
	limits: 'real' | 'off';
	seed: 'company' | 'empty';
}

function choice<T extends string>(name: string, value: string, choices: readonly T[]): T {
	const found = choices.find((one) => one === value);
	if (!found) throw new Error(`--${name} must be ${choices.join(' or ')}, not "${value}"`);
	return found;
}

function portOf(name: string, value: string): number {
	if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
		throw new Error(`--${name} must be a port number, not "${value}"`);
	return Number(value);
}

/**
 * Reads the command line of `npm run pylon`.
 *
 * @param args without the program's name, e.g. `['--port', '4010']`
 * @returns the settings, with defaults for what is not given; undefined when only the help is wanted
 * @throws Error when a value is not one of the option's choices or not a port; TypeError with a code like
 * `ERR_PARSE_ARGS_UNKNOWN_OPTION` when an option is unknown
 */
export function readArguments(args: string[]): Settings | undefined {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '4010' },
			'eu-port': { type: 'string', default: '4011' },
			limits: { type: 'string', default: 'real' },
			seed: { type: 'string', default: 'company' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		port: portOf('port', values.port),
		euPort: portOf('eu-port', values['eu-port']),
		limits: choice('limits', values.limits, ['real', 'off']),
		seed: choice('seed', values.seed, ['company', 'empty']),
	};
}

async function run(): Promise<void> {
	const settings = readArguments(process.argv.slice(2));
	if (!settings) {
		console.log(USAGE);
		return;
	}
	const { limits, ...options } = settings;
	const pylon = await startSimulatedPylon({
		...options,
		limits: limits === 'real' ? { perMinute: 'openapi' } : false,
	});
	console.log(`The simulated Pylon is running. It is not Pylon, and forgets everything when it ends.

  Page              ${pylon.url}/
  United States     ${pylon.url}    token: ${pylon.tokens.us}
  European Union    ${pylon.euUrl}    token: ${pylon.tokens.eu}
  Read-only (US)    token: ${pylon.tokens.readOnly}
  Rate limits       ${limits === 'real' ? "Pylon's figures, per endpoint and minute" : 'none'}

  Try: curl -H 'Authorization: Bearer ${pylon.tokens.us}' ${pylon.url}/me

Ctrl-C ends it.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			pylon.close().then(() => process.exit(0), fail);
		});
	}
}

function fail(error: unknown): void {
	const { code, message } = error as NodeJS.ErrnoException;
	console.error(
		code === 'EADDRINUSE'
			? `${message}. Choose another port with --port and --eu-port, or 0 for a free one.`
			: message,
	);
	if (!code || code.startsWith('ERR_PARSE_ARGS')) console.error(USAGE);
	process.exit(1);
}

if (require.main === module) run().catch(fail);
