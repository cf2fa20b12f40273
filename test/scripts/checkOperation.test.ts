import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesWithCases, GENERAL, problemsIn } from '../../scripts/checkOperation/cases';
import { fileChecks, operationChecks, problemsOf } from '../../scripts/checkOperation/checks';
import { findSubject, keys, type Subject } from '../../scripts/checkOperation/subject';

const subjectOf = (key: string): Subject => {
	const subject = findSubject(key);
	if (!subject) throw new Error(`no operation ${key}`);
	return subject;
};

const findingsOn = async (subject: Subject) =>
	(await Promise.all(operationChecks.map((check) => problemsOf(check, subject)))).flat();

const snooze = subjectOf('issue.snooze');

test('what the node does not have is not found', () => {
	expect([findSubject('issue.star'), findSubject('star.issue'), findSubject('issue')]).toEqual([
		undefined,
		undefined,
		undefined,
	]);
});

test.each(keys)('%s has all that belongs to it (npm run check:operation)', async (key) => {
	expect(await findingsOn(subjectOf(key))).toEqual([]);
	expect(filesWithCases(subjectOf(key))).not.toEqual([]);
});

describe('what is wrong is told with the file to change', () => {
	const { operation, built } = snooze;
	const apiOf = (changes: object) => ({
		...built,
		api: { ...built.api, ...changes } as Subject['built']['api'],
	});
	const declaring = (changes: object) => ({
		...snooze,
		declared: { ...snooze.declared, ...changes } as Subject['declared'],
	});
	const starring = {
		...operation,
		request: { method: 'POST' as const, url: '/issues/{issueId}/star' },
		safeToRepeat: true,
	};

	test.each<[what: string, subject: Subject, texts: string[]]>([
		[
			'an endpoint that openapi.yaml does not have',
			{
				...snooze,
				key: 'issue.star',
				operation: starring,
				built: { ...built, api: undefined, url: '/issues/{issueId}/star' },
				declared: undefined,
			},
			[
				'sandbox/pylon/openapi.yaml has no POST /issues/{issueId}/star',
				'scripts/coverage/leftOut.ts',
			],
		],
		[
			'no rate limit',
			declaring({ 'x-rate-limit-per-minute': undefined }),
			['snoozeIssue: x-rate-limit-per-minute is missing'],
		],
		[
			'nothing about repeating',
			declaring({ 'x-safe-to-repeat': undefined }),
			['snoozeIssue: x-safe-to-repeat is missing'],
		],
		[
			'another word about repeating',
			declaring({ 'x-safe-to-repeat': false }),
			['issue.snooze has safeToRepeat: true'],
		],
		[
			'a field that no parameter sends',
			{ ...snooze, built: apiOf({ body: ['snooze_until', 'reason'] }) },
			['"body reason" of snoozeIssue', 'builtInCode.ts', 'leftOut.ts'],
		],
		[
			'a field that the API does not have',
			{ ...snooze, built: { ...built, sent: new Set(['body why']) } },
			['sends "body why"'],
		],
		[
			'no output schema',
			{ ...snooze, key: 'issue.star' },
			['There is no nodes/Pylon/__schema__/v1.0.0/issue/star.json. Run `npm run schemas`.'],
		],
		['no output', { ...snooze, built: { ...built, parameters: [] } }, ['...output.issue']],
		[
			'no handler',
			declaring({ operationId: 'starIssue' }),
			['leads to snoozeIssue', 'starIssue has no handler: add it in sandbox/pylon/handlers'],
		],
	])('%s', async (_, subject, texts) => {
		const findings = (await findingsOn(subject)).join('\n');
		for (const text of texts) expect(findings).toContain(text);
	});
});

test.each(fileChecks)('the repository $what', async (check) => {
	expect(await problemsOf(check, snooze)).toEqual([]);
});

test('the general tests are there', () => {
	expect(GENERAL.filter((file) => !existsSync(join(__dirname, '..', '..', file)))).toEqual([]);
});

describe("jest's report", () => {
	const passed = (title: string, status = 'passed', failureMessages: string[] = []) => ({
		fullName: `Issue: Snooze ${title}`,
		title,
		status,
		failureMessages,
	});
	const report = (...assertionResults: Array<ReturnType<typeof passed>>) => ({
		testResults: [{ name: 'a.test.ts', message: 'broken', assertionResults }],
	});
	const all = ['the least input', 'every field', 'a wrong value: x'];

	test('nothing is wrong when each kind of case passes', () => {
		expect(
			problemsIn(report(...all.map((title) => passed(title)), passed('other', 'pending')), snooze),
		).toEqual([]);
	});

	test('a kind of case that there is not', () => {
		expect(problemsIn(report(...all.slice(0, 2).map((title) => passed(title))), snooze)).toEqual([
			expect.stringContaining('"Issue: Snooze a wrong value"'),
		]);
	});

	test('a case that fails, with its words', () => {
		const failed = passed(all[0], 'failed', ['not so\n    at f (/x/node_modules/jest/a.js:1:2)']);
		expect(
			problemsIn(report(failed, ...all.slice(1).map((title) => passed(title))), snooze),
		).toEqual([expect.stringMatching(/Issue: Snooze the least input\nnot so$/)]);
	});

	test('a file that could not be run', () => {
		expect(problemsIn(report(), snooze)).toContainEqual(
			expect.stringContaining('could not be run:\nbroken'),
		);
	});
});
