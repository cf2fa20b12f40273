import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm, { type Context } from 'node:vm';
import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

import { runFolder } from './runFolder';

/** Stands for Node's own JavaScript context, since jest demands one to name. */
const NODES_OWN = vm.createContext();

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options = {}) => {
	const { parsingContext, ...others } = options;
	return compileFunction(code, parameters, parsingContext === NODES_OWN ? others : options);
};

// n8n-core's SSHClientsManager looks for idle connections once a minute, until n8n shuts down: no interval keeps a process
// of tests from ending.
const { setInterval } = globalThis;
const unrefInterval = (...parts: Parameters<typeof setInterval>) => setInterval(...parts).unref();
globalThis.setInterval = Object.assign(unrefInterval, setInterval);

// n8n-core writes its settings when it is loaded.
process.env.N8N_USER_FOLDER = mkdtempSync(join(runFolder(), 'n8n-'));
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
// The engine reports every failed node to its log; tests that expect failures would drown the report.
process.env.N8N_LOG_LEVEL = 'silent';

const outlivesTestFiles = {
	/** packages.js asks for packages by this. */
	'n8n-nodes-pylon.require': createRequire(__filename),
	/** sandbox/pylon/once.ts keeps here what it made. */
	'n8n-nodes-pylon.once': new Map<string, unknown>(),
};
for (const [name, value] of Object.entries(outlivesTestFiles))
	Reflect.set(globalThis, Symbol.for(name), value);

/**
 * Runs test files in Node's own JavaScript context, one after the other, instead of a fresh context for each. So a
 * package can be loaded once per process (packages.js) and still shares Array, Error and Object with the tests. Most of
 * the time of a test file was the loading of n8n-core. The project's own modules are loaded anew for every test file.
 *
 * What a test file changes outside its modules is undone after it: global variables, environment variables and spies.
 */
export default class NodeContextEnvironment implements JestEnvironment {
	readonly global = globalThis as unknown as JestEnvironment['global'];
	readonly fakeTimers = null;
	readonly fakeTimersModern: ModernFakeTimers;
	readonly moduleMocker = new ModuleMocker(globalThis);
	private readonly globalsBefore = Object.getOwnPropertyDescriptors(globalThis);
	private readonly variablesBefore = Object.getOwnPropertyDescriptors({ ...process.env });
	/** jest wraps it for every test file. */
	private readonly exitBefore = process.exit;

	/** @param config of the project whose test files run */
	constructor({ projectConfig }: JestEnvironmentConfig) {
		Object.assign(globalThis, projectConfig.globals);
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	/** Has nothing to do: everything is there already. */
	async setup(): Promise<void> {}

	/** Undoes what the test file changed outside its modules. */
	async teardown(): Promise<void> {
		this.fakeTimersModern.dispose();
		this.moduleMocker.restoreAllMocks();
		process.exit = this.exitBefore;
		restore(process.env, this.variablesBefore);
		restore(globalThis, this.globalsBefore);
	}

	/** @returns which of a package's `exports` count: Node's */
	exportConditions(): string[] {
		return ['node', 'node-addons'];
	}

	/** @returns what stands for Node's own context */
	getVmContext(): Context {
		return NODES_OWN;
	}
}

/** Gives an object the properties again that it had before. */
function restore(object: object, before: PropertyDescriptorMap): void {
	for (const key of Reflect.ownKeys(object)) {
		if (!Object.hasOwn(before, key)) Reflect.deleteProperty(object, key);
	}
	for (const key of Reflect.ownKeys(before)) {
		const now = Object.getOwnPropertyDescriptor(object, key);
		if (now?.value !== before[key].value || now?.get !== before[key].get)
			Object.defineProperty(object, key, before[key]);
	}
}
