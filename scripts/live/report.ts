import type { Finding, Verdict } from './judge';
import type { Findings } from './run';

const VERDICTS: Verdict[] = ['as assumed', 'differs', 'not allowed', 'refused', 'no answer'];

const nameOf = ({ method, path, variant }: Pick<Finding, 'method' | 'path' | 'variant'>): string =>
	`${method.padEnd(4)} ${path}${variant === undefined ? '' : `?${variant}`}`;

/** The start of a line: what was asked, and what came back how fast. */
function start(
	about: Pick<Finding, 'method' | 'path' | 'variant'>,
	status?: number,
	ms?: number,
): string {
	return `${nameOf(about).padEnd(58)} ${String(status ?? '-').padStart(3)} ${ms === undefined ? ''.padStart(9) : `${ms} ms`.padStart(9)}  `;
}

/** @returns the line for a finding */
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

/** @returns the line for a request that has to wait, in ms, for its rate limit */
export function waitLine(about: Pick<Finding, 'method' | 'path' | 'variant'>, ms: number): string {
	return `${start(about, 429)}waiting ${Math.ceil(ms / 1000)} s, as told`;
}

/** @returns 0 when all is as assumed or not allowed, else 1 */
export function exitCode({ findings, stopped }: Findings): number {
	const isFine = findings.every(
		({ verdict }) => verdict === 'as assumed' || verdict === 'not allowed',
	);
	return isFine && stopped === undefined ? 0 : 1;
}

/** @returns the lines after the last finding */
export function summaryOf({ findings, skipped, rateLimitHeaders, stopped }: Findings): string[] {
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
			? [`${empty} of those as assumed had no record to look at, and say little.`]
			: []),
		...(notSeen > 0
			? [
					`${notSeen} fields of openapi.yaml were in no record of their answer (--json names them): they may be unset.`,
				]
			: []),
		`Pagination block: ${pagings.join(', ') || 'none expected'}. Rate-limit headers: ${rateLimitHeaders.join(', ') || 'none'}.`,
		...skipped.map(({ method, path, why }) => `Not checked: ${nameOf({ method, path })} (${why})`),
		...(stopped === undefined ? [] : [`Stopped: ${stopped}`]),
	];
}
