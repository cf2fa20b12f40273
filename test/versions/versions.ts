import { join } from 'node:path';

/** An n8n that the package is tried in. */
export interface Version {
	/** As the command line takes it and the table shows it. */
	name: string;
	/** Holds the `package.json` and `package-lock.json` that it is installed from (`sandbox/n8n/install.ts`). */
	folder: string;
}

const own = (name: string): Version => ({ name, folder: join(__dirname, `n8n-${name}`) });

/** Oldest first. The newest is that of the sandbox and the end-to-end tests. */
export const VERSIONS: readonly Version[] = [
	own('1.123'),
	own('2.0'),
	own('2.20'),
	own('2.30'),
	{ name: '2.41', folder: join(__dirname, '..', '..', 'sandbox', 'n8n') },
];

/** What is to be done. */
export interface Choice {
	versions: Version[];
	/** Ids of checks; undefined for all. */
	checks?: string[];
	/** Whether `docs/versions.md` is written. */
	write: boolean;
}

/**
 * @param versions to choose from
 * @returns how the command is called
 */
export const usage = (versions: readonly Version[] = VERSIONS): string =>
	`Usage: npm run test:versions -- [versions] [--checks=id,id] [--write]
  versions   some of ${versions.map(({ name }) => name).join(', ')}; without any, all of them
  --checks   only these checks, for example --checks=r1,r2
  --write    writes docs/versions.md; not together with a choice of versions or checks`;

/**
 * @param args of the command line
 * @param known checks and versions that exist
 * @returns what they ask for, versions in the order of `known.versions`
 * @throws Error with what is wrong and how the command is called
 */
export function chooseFrom(
	args: string[],
	known: { versions: readonly Version[]; checks: readonly string[] },
): Choice {
	const refuse = (problem: string) => new Error(`${problem}\n${usage(known.versions)}`);
	const isWanted = new Set<string>();
	let checks: string[] | undefined;
	let write = false;
	for (const arg of args) {
		if (arg === '--write') write = true;
		else if (arg.startsWith('--checks='))
			checks = arg.slice('--checks='.length).split(',').filter(Boolean);
		else if (known.versions.some(({ name }) => name === arg)) isWanted.add(arg);
		else throw refuse(`'${arg}' is neither a version nor an option.`);
	}
	const unknown = checks?.find((id) => !known.checks.includes(id));
	if (unknown !== undefined)
		throw refuse(`There is no check '${unknown}'. There are: ${known.checks.join(', ')}.`);
	if (write && (isWanted.size > 0 || checks !== undefined)) {
		throw refuse(
			'--write needs all versions and all checks, since the page holds the whole table.',
		);
	}
	const versions =
		isWanted.size === 0
			? [...known.versions]
			: known.versions.filter(({ name }) => isWanted.has(name));
	return { versions, checks, write };
}
