import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package as a lock file has it, under its path in `node_modules`. */
interface Locked {
	name?: string;
	version: string;
	peer?: boolean;
	peerDependencies?: Record<string, string>;
	peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const sandbox = join(__dirname, '..', '..', '..', 'sandbox', 'n8n');
const { packages } = JSON.parse(readFileSync(join(sandbox, 'package-lock.json'), 'utf8')) as {
	packages: Record<string, Locked>;
};
const { overrides } = JSON.parse(readFileSync(join(sandbox, 'package.json'), 'utf8')) as {
	overrides: Record<string, string>;
};

/** What n8n never loads in the sandbox: other vendors' services, and types. */
const NOT_LOADED = [
	'@browserbasehq/stagehand',
	'@ibm-cloud/watsonx-ai',
	'ibm-cloud-sdk-core',
	'openai',
	'ts-toolbelt',
	'typescript',
];

/** The package that a package at some path gets under a name, as Node finds it. */
function resolve(path: string, name: string): Locked | undefined {
	for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
		const found = packages[`${folder.replace(/\/?$/, '/').replace(/^\//, '')}node_modules/${name}`];
		if (found !== undefined || folder === '') return found;
	}
}

test('the sandbox installs n8n without peers; those that a package needs all the same are named', () => {
	const missing = Object.entries(packages)
		.filter(([path, { peer }]) => path !== '' && !peer)
		.flatMap(([path, { peerDependencies = {}, peerDependenciesMeta = {} }]) =>
			Object.keys(peerDependencies)
				.filter((name) => !peerDependenciesMeta[name]?.optional)
				.filter((name) => resolve(path, name)?.peer ?? false),
		);
	expect([...new Set(missing)].sort()).toEqual(NOT_LOADED);
});

test('every package that is overridden is overridden wherever it is installed', () => {
	const wrong = Object.entries(overrides).flatMap(([name, wanted]) => {
		const alias = /^npm:(?<package>.+)@(?<version>[^@]+)$/.exec(wanted)?.groups;
		const expected = alias ? `${alias.package}@${alias.version}` : `${name}@${wanted}`;
		const locked = Object.entries(packages)
			.filter(([path]) => path.endsWith(`node_modules/${name}`))
			.map(([, { name: installed = name, version }]) => `${installed}@${version}`);
		if (locked.length === 0) return [`${name}: not installed`];
		return locked.filter((found) => found !== expected).map((found) => `${name}: ${found}`);
	});
	expect(wrong).toEqual([]);
});
