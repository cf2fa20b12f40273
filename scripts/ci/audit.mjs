// Lists the known vulnerabilities of what is built and tested with, as tables for the summary of a GitHub workflow:
//   node scripts/ci/audit.mjs                     asks the registry, by npm audit
//   node scripts/ci/audit.mjs --retire <folder>   compares with RetireJS's list, a clone of github.com/RetireJS/retire.js
// It says what it has found and fails only when it could not look: what follows is for people to decide (docs/proof.md).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders with a package-lock.json of their own. */
const LOCKS = ['.', 'sandbox/n8n', 'sandbox/n8n/driver', 'scripts/verify'];
const LISTS = ['npmrepository.json', 'jsrepository-v5.json'];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What npm audit says; it ends with an error when it has found something. */
function npmAudit(folder) {
	const args = ['audit', '--json', '--package-lock-only'];
	let text;
	try {
		text = execFileSync('npm', args, {
			cwd: folder,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	} catch (error) {
		text = error.stdout;
	}
	const { vulnerabilities, metadata, message } = JSON.parse(text);
	if (!vulnerabilities) throw new Error(`npm audit in ${folder}: ${message ?? 'no list'}`);
	const rows = Object.values(vulnerabilities).flatMap(({ name, severity, via, fixAvailable }) =>
		via
			.filter((one) => typeof one === 'object')
			.map(({ title, url, range }) => [
				`${name} ${range}`,
				severity,
				`[${title}](${url})`,
				fixAvailable ? 'yes' : 'no',
			]),
	);
	return { rows, looked: `${metadata.dependencies.total} packages` };
}

const numbersOf = (version) => version.split(/[-+]/)[0].split('.').map(Number);

/** Below 0 when `a` is the older version; what is behind a hyphen does not count. */
function compare(a, b) {
	const [one, other] = [numbersOf(a), numbersOf(b)];
	const index = [0, 1, 2].find((place) => (one[place] || 0) !== (other[place] || 0));
	return index === undefined ? 0 : (one[index] || 0) - (other[index] || 0);
}

const isHit = (version, { atOrAbove, below, atOrBelow, excludes = [] }) =>
	(atOrAbove === undefined || compare(version, atOrAbove) >= 0) &&
	(below === undefined
		? atOrBelow !== undefined && compare(version, atOrBelow) <= 0
		: compare(version, below) < 0) &&
	!excludes.includes(version);

/** RetireJS's lists of packages, by name. */
function retireLists(clone) {
	const known = new Map();
	for (const list of LISTS)
		for (const [key, { npmname, vulnerabilities }] of Object.entries(
			readJson(join(clone, 'repository', list)),
		)) {
			const name = npmname ?? key;
			known.set(name, [...(known.get(name) ?? []), ...(vulnerabilities ?? [])]);
		}
	return known;
}

function retireAudit(folder, known) {
	const packages = Object.entries(readJson(join(folder, 'package-lock.json')).packages)
		.filter(([path, { version }]) => path !== '' && version !== undefined)
		.map(([path, { name, version }]) => ({
			name: name ?? path.split('node_modules/').pop(),
			version,
		}));
	const listed = packages.filter(({ name }) => known.has(name));
	const rows = listed.flatMap(({ name, version }) =>
		known
			.get(name)
			.filter((one) => isHit(version, one))
			.map(({ severity, identifiers = {}, below = '' }) => [
				`${name} ${version}`,
				severity,
				`${identifiers.githubID ?? identifiers.CVE ?? ''} ${identifiers.summary ?? ''}`.trim(),
				below,
			]),
	);
	const once = [...new Map(rows.map((row) => [row.slice(0, 3).join(), row])).values()];
	return { rows: once, looked: `${listed.length} of ${packages.length} packages are on the list` };
}

const row = (cells) =>
	`| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;

const clone = process.argv[2] === '--retire' ? process.argv[3] : undefined;
const known = clone && retireLists(clone);
console.log(`## Known vulnerabilities, by ${clone ? "RetireJS's list" : 'npm audit'}\n`);
for (const folder of LOCKS) {
	const { rows, looked } = known ? retireAudit(folder, known) : npmAudit(folder);
	console.log(`### ${folder === '.' ? 'devDependencies' : folder}: ${rows.length} (${looked})\n`);
	if (rows.length > 0)
		console.log(
			[
				['package', 'severity', 'what', clone ? 'mended in' : 'fix'],
				['---', '---', '---', '---'],
				...rows,
			]
				.map(row)
				.join('\n') + '\n',
		);
}
