import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeName } from './fields';
import { shapeOf, type Shape } from './shape';

const FOLDER = join(__dirname, '..', '..', 'test', 'fixtures', 'recorded');

/** The operations of which somebody has recorded what the live API answered (test/fixtures/recorded/README.md). */
const RECORDINGS: Record<string, string> = {
	searchIssues: 'issues-search',
	getAccounts: 'accounts',
	getIssueStatuses: 'issue-statuses',
};

/** How many records are asked for where there is a recording: a single record has few of the fields. */
export const RECORDS_TO_COMPARE = 25;

/** Objects keyed by slugs of the workspace: their entries are alike. */
const MAPS = ['custom_fields', 'time_in_status_seconds', 'business_hours_time_in_status_seconds'];

/** How an answer differs from the recorded one: names of fields only. */
export interface Comparison {
	/** The file of the recording. */
	recording: string;
	/** Fields of a type that was not recorded, with both types. */
	otherTypes: string[];
	/** Fields that the recording does not have. */
	notRecorded: string[];
	/** Fields of the recording that no record of the answer has. */
	notSeen: string[];
}

/**
 * @param operationId as in openapi.yaml
 * @returns true when somebody has recorded an answer of this operation
 */
export const isRecorded = (operationId: string): boolean => operationId in RECORDINGS;

const valuesOf = (kinds: string[]): string[] =>
	kinds.filter((kind) => kind !== 'null' && kind !== 'absent');

/** The same value without names that may be a customer's. The entries of maps keep theirs, since no path shows them. */
function withSafeNames(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withSafeNames);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) =>
			MAPS.includes(name) && typeof entry === 'object' && entry !== null
				? [
						name,
						Object.fromEntries(
							Object.entries(entry).map(([key, one]) => [key, withSafeNames(one)]),
						),
					]
				: [safeName(name), withSafeNames(entry)],
		),
	);
}

const beneath = (paths: string[]): string[] =>
	paths.filter(
		(path) =>
			!paths.some(
				(other) =>
					path !== other && /^[.[{]/.test(path.slice(other.length)) && path.startsWith(other),
			),
	);

/**
 * Compares an answer with the recorded one of its operation.
 *
 * @param operationId as in openapi.yaml
 * @param body of a successful answer, as parsed
 * @returns what differs, or undefined where nothing was recorded
 */
export function compareWithRecording(operationId: string, body: unknown): Comparison | undefined {
	const file = RECORDINGS[operationId];
	if (file === undefined) return undefined;
	const recorded: Shape = shapeOf(
		JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')),
		MAPS,
	);
	const seen = shapeOf(withSafeNames(body), MAPS);
	const otherTypes = Object.entries(seen).flatMap(([path, kinds]) => {
		const known = valuesOf(recorded[path] ?? []);
		const others = valuesOf(kinds).filter((kind) => !known.includes(kind));
		return known.length === 0 || others.length === 0
			? []
			: [`${path || 'the body'} was recorded as ${known.join(' or ')}, is ${others.join(' and ')}`];
	});
	const missing = (from: Shape, other: Shape) =>
		beneath(Object.keys(from).filter((path) => !(path in other)));
	return {
		recording: file,
		otherTypes,
		notRecorded: missing(seen, recorded),
		notSeen: missing(recorded, seen),
	};
}
