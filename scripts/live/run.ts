import { TOKEN_TEXTS, type ErrorText } from '../../nodes/shared/client/errorTexts';
import { requestedWait } from '../../nodes/shared/client/retryAfter';
import type { Answer, Ask, NoAnswer } from './ask';
import { judge, type Finding } from './judge';
import { listOf, reads, requestsFor, type KnownIds, type LiveRequest } from './requests';

/** What a check brought. */
export interface Findings {
	findings: Finding[];
	/** Reads that were not tried, and why. */
	skipped: Array<{ method: string; path: string; why: string }>;
	/** Names of headers about rate limits, as they were seen. */
	rateLimitHeaders: string[];
	/** What a check that writes could not remove, by the names that it gave. */
	leftBehind?: string[];
	/** What it made that Pylon's API cannot remove. */
	kept?: string;
	/** Why the check ended early. */
	stopped?: string;
}

/** What a check needs from outside. */
export interface Surroundings {
	ask: Ask;
	wait: (ms: number) => Promise<unknown>;
	/** Gets each finding as it comes. */
	found: (finding: Finding) => void;
	/** Gets each wait for a rate limit, in ms. */
	waiting: (request: LiveRequest, ms: number) => void;
	/** Once it is aborted, nothing more is sent but what removes records that the check has made. */
	stop?: AbortSignal;
}

/** Why a check ended early whose `stop` was aborted. */
export const STOPPED_BY_USER = 'It was stopped before its end.';

const LONGEST_WAIT_MS = 90_000;

const MOST_WAITS = 3;

const RATE_LIMIT_HEADER = /rate-?limit|retry-after/;

/** How many ms to wait after a 429, or why not to. */
function waitOrReason({ headers }: Answer, waits: number): number | string {
	const ms = requestedWait(headers, Date.now());
	if (ms === undefined) return 'it does not say how long to wait';
	if (ms > LONGEST_WAIT_MS)
		return `it asks to wait ${Math.ceil(ms / 1000)} s, longer than this check does`;
	return waits === MOST_WAITS ? `it asks to wait after ${waits} waits` : ms;
}

/**
 * Asks until the answer is no 429, or until waiting makes no sense: Pylon names no time or too long a one, or has asked
 * to wait often enough.
 *
 * @param surroundings what asks, waits and reports the wait
 * @param request sent again, unchanged, after each wait
 * @param seen takes the names of headers about rate limits
 * @returns the last answer, and what is to be said of it
 */
export async function askPatiently(
	{ ask, wait, waiting }: Surroundings,
	request: LiveRequest,
	seen: Set<string>,
): Promise<[Answer | NoAnswer, Finding]> {
	for (let waits = 0; ; waits++) {
		const answer = await ask(request);
		const finding = judge(request, answer);
		if ('code' in answer) return [answer, finding];
		for (const name of Object.keys(answer.headers))
			if (RATE_LIMIT_HEADER.test(name)) seen.add(name);
		if (answer.status !== 429) return [answer, finding];
		const ms = waitOrReason(answer, waits);
		if (typeof ms === 'string')
			return [answer, { ...finding, differences: [...finding.differences, ms] }];
		waiting(request, ms);
		await wait(ms);
	}
}

function remember(ids: KnownIds, { read }: LiveRequest, answer: Answer | NoAnswer): void {
	if ('code' in answer || ids.has(listOf(read))) return;
	const { data } = JSON.parse(answer.text) as { data?: unknown };
	const [first] = Array.isArray(data) ? (data as unknown[]) : [];
	const { id } = (first ?? {}) as { id?: unknown };
	if (typeof id === 'string' && id !== '') ids.set(listOf(read), id);
}

/**
 * Says why it makes no sense to go on after a finding: the token was not accepted, or the address is not one of the
 * API.
 *
 * @param finding of the last request
 * @returns the reason, for the user; undefined when the check can go on
 */
export function reasonToStop({
	path,
	status,
	code = '',
	verdict,
	instead,
}: Finding): string | undefined {
	if (status === 401) {
		const words: ErrorText | undefined = (TOKEN_TEXTS as Record<string, ErrorText>)[code];
		const said = words
			? `${words.message}. ${words.description}`
			: 'The API token was not accepted.';
		return `${said} Here the credential is PYLON_API_TOKEN, with --eu or PYLON_BASE_URL for the region.`;
	}
	if (path !== '/me') return undefined;
	if (verdict === 'no answer') return 'The address does not answer.';
	return instead === undefined ? undefined : 'This does not look like the address of an API.';
}

/**
 * Reads Pylon's API once through, one request after the other, and compares each answer with openapi.yaml. It sends
 * nothing but reads. It stops when Pylon does not accept the token, when the first answer is not one of the API, and when
 * `stop` of the surroundings is aborted.
 *
 * @param surroundings what sends, waits and takes each finding
 * @returns all findings, and what was not checked
 */
export async function runCheck(surroundings: Surroundings): Promise<Findings> {
	const ids: KnownIds = new Map();
	const seen = new Set<string>();
	const findings: Finding[] = [];
	const skipped: Findings['skipped'] = [];
	const result = (stopped?: string): Findings => ({
		findings,
		skipped,
		rateLimitHeaders: [...seen].sort(),
		stopped,
	});
	for (const read of reads) {
		const requests = requestsFor(read, ids, Date.now());
		if ('skipped' in requests) {
			skipped.push({ method: read.method, path: read.path, why: requests.skipped });
			continue;
		}
		for (const request of requests) {
			if (surroundings.stop?.aborted) return result(STOPPED_BY_USER);
			const [answer, finding] = await askPatiently(surroundings, request, seen);
			findings.push(finding);
			surroundings.found(finding);
			if (finding.hasRecord) remember(ids, request, answer);
			const reason = reasonToStop(finding);
			if (reason !== undefined) return result(reason);
		}
	}
	return result();
}
