import type { Finding, Verdict } from './judge';
import type { Findings } from './run';

const VERDICTS: Verdict[] = ['as assumed', 'differs', 'not allowed', 'refused', 'no answer'];

const nameOf = ({ method, path, variant }: Pick<Finding, 'method' | 'path' | 'variant'>): string =>
	`${method.padEnd(4)} ${path}${variant === undefined ? '' : variant.includes('=') ? `?${variant}` : `, ${variant}`}`;

/** The start of a line: what was asked, what came back, and how fast. */
function start(
	about: Pick<Finding, 'method' | 'path' | 'variant'>,
	status?: number,
	ms?: number,
): string {
	return `${nameOf(about).padEnd(58)} ${String(status ?? '-').padStart(3)} ${ms === undefined ? ''.padStart(9) : `${ms} ms`.padStart(9)}  `;
}

/**
 * @param finding of one request
 * @returns the line for it: request, status, time, verdict and details
 */
export function lineOf(finding: Finding): string {
	const { verdict, code, differences, unknownFields, hasRecord } = finding;
	const unknown = unknownFields.length > 0 ? [`unknown: ${unknownFields.join(', ')}`] : [];
	const details = [
		...(code === undefined ? [] : [`code ${code}`]),
		...differences,
		...unknown,
	].join('; ');
	const empty = verdict === 'as assumed' && !hasRecord ? ' (no record to look at)' : '';
	return (
		start(finding, finding.status, finding.ms) +
		verdict +
		empty +
		(details === '' ? '' : `: ${details}`)
	);
}

/**
 * @param about the request that has to wait for its rate limit
 * @param ms how long, in milliseconds
 * @returns the line for the wait
 */
export function waitLine(about: Pick<Finding, 'method' | 'path' | 'variant'>, ms: number): string {
	return `${start(about, 429)}waiting ${Math.ceil(ms / 1000)} s, as told`;
}

/**
 * @param findings those of a whole check
 * @returns 0 when all is as assumed or not allowed and everything that was made is removed, else 1
 */
export function exitCode({ findings, stopped, leftBehind = [] }: Findings): number {
	const isFine = findings.every(
		({ verdict }) => verdict === 'as assumed' || verdict === 'not allowed',
	);
	return isFine && leftBehind.length === 0 && stopped === undefined ? 0 : 1;
}

const few = (names: string[]): string =>
	names.length > 6
		? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more`
		: names.join(', ');

/**
 * @param findings those of a whole check
 * @returns lines with what an answer has that its recording does not have, and the other way round
 */
function comparisonLines({ findings }: Findings): string[] {
	return findings
		.flatMap(({ comparison, hasRecord }) => (comparison && hasRecord ? comparison : []))
		.map(({ recording, otherTypes, notRecorded, notSeen }) => {
			const parts = [
				`${otherTypes.length} fields of another type`,
				`${notRecorded.length} not recorded${notRecorded.length > 0 ? ` (${few(notRecorded)})` : ''}`,
				`${notSeen.length} of the recording not seen${notSeen.length > 0 ? ` (${few(notSeen)})` : ''}`,
			];
			return `Compared with the recording ${recording}: ${parts.join(', ')}.`;
		});
}

/** Lines of the output that stand at the top of the report. */
const SUMMARY = /^(?:Requests|Stopped|Stays in Pylon|Not deleted)\b/;

/**
 * @param lines that were printed
 * @param all the findings of the reads, and of the writes where there are some
 * @returns a page in Markdown, with names of fields only, what matters most first
 */
export function reportOf(lines: string[], all: Findings[]): string {
	const list = (title: string, entries: string[]) =>
		entries.length === 0 ? [] : [`## ${title}`, '', ...entries.map((entry) => `- ${entry}`), ''];
	const findings = all.flatMap((one) => one.findings);
	const comparisons = findings.flatMap(({ comparison }) => comparison ?? []);
	return [
		'# What Pylon answers, compared with what n8n-nodes-pylon assumes',
		'',
		'Names of fields and types only: no value of a record, no token.',
		'',
		...list('Summary', [lines[0].trim(), ...lines.filter((line) => SUMMARY.test(line))]),
		...list(
			'Differences',
			findings
				.filter(({ verdict }) => verdict !== 'as assumed' && verdict !== 'not allowed')
				.map((finding) => lineOf(finding).replaceAll(/ {2,}/g, ' ')),
		),
		...list(
			'Fields that no recorded answer has',
			comparisons.flatMap(({ recording, notRecorded }) =>
				notRecorded.map((field) => `${recording}: \`${field}\``),
			),
		),
		...list(
			'Fields of recorded answers that were not seen here',
			comparisons.flatMap(({ recording, notSeen }) =>
				notSeen.map((field) => `${recording}: \`${field}\``),
			),
		),
		...list(
			'Fields of openapi.yaml that no record had',
			findings.flatMap((finding) =>
				finding.notSeen.length > 0
					? [
							`${nameOf(finding).replaceAll(/ +/g, ' ')}: ${finding.notSeen.map((field) => `\`${field}\``).join(', ')}`,
						]
					: [],
			),
		),
		'## Complete output',
		'',
		'```text',
		...lines,
		'```',
		'',
	].join('\n');
}

/**
 * @param all the findings of a whole check
 * @returns the lines after the last finding
 */
export function summaryOf(all: Findings): string[] {
	const { findings, skipped, rateLimitHeaders, leftBehind = [], kept, stopped } = all;
	const counts = VERDICTS.map(
		(verdict) => [findings.filter((one) => one.verdict === verdict).length, verdict] as const,
	);
	const empty = findings.filter((one) => one.verdict === 'as assumed' && !one.hasRecord).length;
	const paging = findings.flatMap((one) => one.paging ?? []);
	const pagings = [...new Set(paging)].map(
		(kind) => `${kind} ${paging.filter((one) => one === kind).length}`,
	);
	const notSeen = findings.reduce((sum, one) => sum + one.notSeen.length, 0);
	return [
		'',
		`Requests: ${findings.length}, of these ${counts
			.filter(([count]) => count > 0)
			.map((count) => count.join(' '))
			.join(', ')}.`,
		...(empty > 0
			? [`${empty} of those as assumed had no record to look at, so they show little.`]
			: []),
		...(notSeen > 0
			? [
					`${notSeen} fields of openapi.yaml were in no record of their answer (--report names them): they may be unset.`,
				]
			: []),
		`Pagination block: ${pagings.join(', ') || 'none expected'}. Rate-limit headers: ${rateLimitHeaders.join(', ') || 'none'}.`,
		...comparisonLines(all),
		...skipped.map(({ method, path, why }) => `Not checked: ${nameOf({ method, path })} (${why})`),
		...(kept === undefined ? [] : [`Stays in Pylon, whose API cannot delete it: ${kept}`]),
		...leftBehind.map((name) => `Not deleted, please do it in Pylon: ${name}`),
		...(stopped === undefined ? [] : [`Stopped: ${stopped}`]),
	];
}
