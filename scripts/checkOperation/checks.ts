import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationId } from '../../sandbox/pylon/context';
import { handlers } from '../../sandbox/pylon/handlers';
import { ready, route } from '../../sandbox/pylon/router';
import { endpointsFile } from '../api/facts';
import { TYPES_FILE, typesFile } from '../api/types';
import { agentsDocument } from '../agents/document';
import { coverageDocument } from '../coverage/document';
import { BEYOND_THE_API, FIELDS_LEFT_OUT } from '../coverage/leftOut';
import { notOffered } from '../coverage/offered';
import { withSections } from '../readme/sections';
import { pathOf, readText, REMEDY } from '../schemas/files';
import { recordOf, type Subject } from './subject';

/** One thing that has to be true of an operation, or of the files that are made from it. */
export interface Check {
	/** As a sentence about the operation. */
	what: string;
	/** @returns what is wrong, each with the file to change; empty when nothing is. May throw: then that is what is wrong. */
	problems(subject: Subject): string[] | Promise<string[]>;
}

const ROOT = join(__dirname, '..', '..');
const OPENAPI = 'sandbox/pylon/openapi.yaml';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Records that have a simplified form, by their schemas in openapi.yaml. */
const SHAPED = ['Account', 'Article', 'Contact', 'Issue', 'Message', 'Task'];

/** Operations that return such a record within something of their own. */
const OWN_OUTPUT = ['issue.getContext'];

const isApi: Check = {
	what: `is one of Pylon's API (${OPENAPI})`,
	problems: ({ key, built, declared }) => {
		if (declared || BEYOND_THE_API[key] !== undefined) return [];
		return [
			`${OPENAPI} has no ${built.method} ${built.url}: add it, or correct the request in nodes/Pylon/operations. If Pylon's API does not have it, give the reason in scripts/coverage/leftOut.ts (BEYOND_THE_API).`,
		];
	},
};

const isWhollyDeclared: Check = {
	what: 'has its rate limit there, and whether it may be repeated',
	problems: ({ operation, declared }) => {
		if (!declared) return [];
		const missing = (name: string) =>
			`${OPENAPI}, ${declared.operationId}: ${name} is missing; see docs/ARCHITECTURE.md ("What openapi.yaml has to say").`;
		const isPost = operation.request.method === 'POST';
		return [
			...(declared['x-rate-limit-per-minute'] === undefined
				? [missing('x-rate-limit-per-minute')]
				: []),
			...(isPost && declared['x-safe-to-repeat'] === undefined
				? [missing('x-safe-to-repeat')]
				: []),
		];
	},
};

const repeats: Check = {
	what: 'says the same of repeating as the API (safeToRepeat)',
	problems: ({ key, operation, declared }) => {
		const said = declared?.['x-safe-to-repeat'];
		if (
			operation.request.method !== 'POST' ||
			said === undefined ||
			said === operation.safeToRepeat
		)
			return [];
		return [
			`${key} has safeToRepeat: ${String(operation.safeToRepeat)}, ${OPENAPI} has x-safe-to-repeat: ${said} for ${declared?.operationId}. Decide: does sending it twice do no more than sending it once?`,
		];
	},
};

const offersAll: Check = {
	what: 'offers every field and query parameter of the API, and sends no other',
	problems: ({ key, built: { api, sent } }) => {
		if (!api) return [];
		const known = [
			...api.query.map((name) => `query ${name}`),
			...api.body.map((name) => `body ${name}`),
		];
		const missing = notOffered(api).filter(
			(field) => FIELDS_LEFT_OUT[`${api.operationId}: ${field.split(' ')[1]}`] === undefined,
		);
		const unknown = [...sent].filter((name) => name.split('.').length < 3 && !known.includes(name));
		return [
			...missing.map(
				(field) =>
					`No parameter sends "${field}" of ${api.operationId}. Add one; where the code builds it, name it in scripts/coverage/builtInCode.ts; to leave it out, give the reason in scripts/coverage/leftOut.ts (FIELDS_LEFT_OUT).`,
			),
			...unknown.map(
				(field) => `${key} sends "${field}", which ${api.operationId} in ${OPENAPI} does not have.`,
			),
		];
	},
};

const returnsRecord: Check = {
	what: "returns the record in the forms of 'Output'",
	problems: ({ key, built, declared }) => {
		const record = declared && recordOf(declared);
		if (record === undefined || !SHAPED.includes(record) || OWN_OUTPUT.includes(key)) return [];
		if (built.parameters.some(({ name }) => name === 'output')) return [];
		return [
			`The API answers with a record of the kind ${record}: end the fields with ...output.${record.toLowerCase()} (nodes/Pylon/parameters/output/outputFields.ts).`,
		];
	},
};

const hasSchema: Check = {
	what: 'has the schema of what it returns, for the editor',
	problems: ({ key }) =>
		readText(key) === undefined ? [`There is no ${pathOf(key)}. ${REMEDY}`] : [],
};

const endpoints: Check = {
	what: 'has its endpoint among the facts (nodes/shared/api/endpoints.generated.ts)',
	problems: () =>
		read('nodes/shared/api/endpoints.generated.ts') === endpointsFile()
			? []
			: ['Run `npm run api:facts`.'],
};

const types: Check = {
	what: 'has its body among the types (sandbox/pylon/openapi.generated.ts)',
	problems: () =>
		readFileSync(TYPES_FILE, 'utf8') === typesFile() ? [] : ['Run `npm run api:types`.'],
};

const isSimulated: Check = {
	what: 'is carried out by the simulated Pylon',
	problems: async ({ operation: { request }, declared }) => {
		if (!declared) return [];
		await ready;
		const { operationId } = route(request.method, request.url.replace(/\{\w+\}/g, 'x')).operation;
		const problems = [];
		if (operationId !== declared.operationId)
			problems.push(
				`${request.method} ${request.url} leads to ${operationId}: look at the paths in ${OPENAPI}.`,
			);
		if (handlers[declared.operationId as OperationId] === undefined)
			problems.push(`${declared.operationId} has no handler: add it in sandbox/pylon/handlers.`);
		return problems;
	},
};

/** The documents that list all operations: how each is made anew from its present text, and by which command. */
const DOCUMENTS: Array<[file: string, made: (text: string) => string, script: string]> = [
	['docs/coverage.md', coverageDocument, 'docs:coverage'],
	['docs/ai-agents.md', agentsDocument, 'docs:agents'],
	['README.md', withSections, 'docs:readme'],
];

const isDocumented: Check = {
	what: `stands as it is in ${DOCUMENTS.map(([file]) => file).join(', ')}`,
	problems: () =>
		DOCUMENTS.filter(([file, made]) => made(read(file)) !== read(file)).map(
			([file, , script]) => `${file}: run \`npm run ${script}\`.`,
		),
};

/** Each is about one operation. */
export const operationChecks: Check[] = [
	isApi,
	isWhollyDeclared,
	isSimulated,
	repeats,
	offersAll,
	returnsRecord,
	hasSchema,
];

/** Each is about a file that is generated for all operations. */
export const fileChecks: Check[] = [endpoints, types, isDocumented];

/**
 * Carries a check out. An error that the check throws counts as a problem.
 *
 * @param check to be carried out
 * @param subject the operation
 * @returns what is wrong; empty when nothing is
 */
export async function problemsOf(check: Check, subject: Subject): Promise<string[]> {
	try {
		return await check.problems(subject);
	} catch (error) {
		return [(error as Error).message];
	}
}
