/**
 * jest transform: stands in for every file of a package that a module of the project asks for. The package comes from
 * Node's own module cache, so it is loaded once per process and not once per test file (environment.ts).
 */
module.exports = {
	process: (_code, file) => ({
		code: `module.exports = globalThis[Symbol.for('n8n-nodes-pylon.require')](${JSON.stringify(file)});`,
	}),
};
