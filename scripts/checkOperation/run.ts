import { fileChecks, operationChecks, problemsOf } from './checks';
import { runTests } from './cases';
import { findSubject, keys } from './subject';

const USAGE = `npm run check:operation <resource>.<operation>   e.g. npm run check:operation issue.snooze
Checks in under a minute whether everything that belongs to one operation of the Pylon node is there.`;

const indented = (text: string) => text.replace(/\n/g, '\n    ');

/** @returns whether nothing is wrong */
function tell(what: string, problems: string[]): boolean {
	console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${what}`);
	for (const problem of problems) console.log(`    → ${indented(problem)}`);
	return problems.length === 0;
}

async function main(): Promise<number> {
	const [key, ...others] = process.argv.slice(2);
	if (key === undefined || others.length > 0 || !/^\w+\.\w+$/.test(key)) {
		console.error(USAGE);
		return 2;
	}
	const subject = findSubject(key);
	if (subject === undefined) {
		const [resource, operation] = key.split('.');
		const alike = keys.filter((one) => one.startsWith(`${resource}.`));
		const folder = `nodes/Pylon/operations/${resource}`;
		tell('is an operation of the node', [
			alike.length > 0
				? `${resource} has no operation "${operation}", only: ${alike.map((one) => one.split('.')[1]).join(', ')}. Write ${folder}/${operation}.ts and add it to ${folder}/index.ts.`
				: `There is no resource "${resource}". Write ${folder}/index.ts and add it to nodes/Pylon/operations/index.ts.`,
		]);
		return 1;
	}
	console.log(
		`${subject.resource.name}: ${subject.operation.name} (${subject.operation.request.method} ${subject.operation.request.url})\n`,
	);
	let isGood = tell('is an operation of the node', []);
	for (const check of [...operationChecks, ...fileChecks])
		isGood = tell(check.what, await problemsOf(check, subject)) && isGood;
	isGood =
		tell('has its cases, which pass, as do the tests of all operations', runTests(subject)) &&
		isGood;
	console.log(
		isGood
			? `\nAll is there. By hand: CHANGELOG.md. Then \`npm run format\`, \`npm run lint\` and \`npm test\`.`
			: '\nNot yet.',
	);
	return isGood ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
