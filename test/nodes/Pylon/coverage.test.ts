import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FILTERABLE, type Filterable } from '../../../nodes/Pylon/parameters/filter/filterable';
import { Pylon } from '../../../nodes/Pylon/Pylon.node';
import { operations } from '../../../sandbox/pylon/document';
import { displayNameOf } from '../../../nodes/shared/client/pylonRequest';
import { apiOperations, findOperation } from '../../../scripts/coverage/api';
import { BUILT_IN_CODE } from '../../../scripts/coverage/builtInCode';
import { coverageDocument } from '../../../scripts/coverage/document';
import { BEYOND_THE_API, FIELDS_LEFT_OUT, LEFT_OUT } from '../../../scripts/coverage/leftOut';
import { nodeOperations } from '../../../scripts/coverage/node';
import { notOffered, offering } from '../../../scripts/coverage/offered';
import thirdParty from '../../../scripts/coverage/thirdParty.json';
import tools from '../../../scripts/coverage/tools.json';

const { description } = new Pylon();
const keyOf = ({ resource, operation }: { resource: string; operation: string }) =>
	`${resource}.${operation}`;

describe('the node and openapi.yaml', () => {
	test('every operation of the API is one of the node, or left out for a reason', () => {
		const missing = apiOperations
			.filter((api) => offering(api).length === 0)
			.map(({ operationId }) => operationId);
		expect(missing.sort()).toEqual(Object.keys(LEFT_OUT).sort());
		expect(Object.keys(LEFT_OUT).length).toBeLessThanOrEqual(2);
	});

	test('every operation of the node is one of the API, or more than it for a reason', () => {
		const beyond = nodeOperations.filter(({ api }) => api === undefined).map(keyOf);
		expect(beyond.sort()).toEqual(Object.keys(BEYOND_THE_API).sort());
	});

	test('every body field and query parameter of the API is offered by a parameter', () => {
		const missing = apiOperations
			.filter(({ operationId }) => LEFT_OUT[operationId] === undefined)
			.flatMap((api) =>
				notOffered(api).map((field) => `${api.operationId}: ${field.split(' ')[1]}`),
			);
		expect(missing.sort()).toEqual(Object.keys(FIELDS_LEFT_OUT).sort());
	});

	test.each(nodeOperations.map((one) => ({ ...one, key: keyOf(one) })))(
		'$key sends only what the API knows',
		({ api, sent }) => {
			const known = new Set([
				...(api?.query ?? []).map((name) => `query ${name}`),
				...(api?.body ?? []).map((name) => `body ${name}`),
			]);
			const deeper = [...sent].filter((name) => name.split('.').length > 2);
			expect([...sent].filter((name) => api && !known.has(name) && !deeper.includes(name))).toEqual(
				[],
			);
		},
	);

	test('what is noted of code belongs to operations that are there, and to fields of the API', () => {
		for (const [key, fields] of Object.entries(BUILT_IN_CODE)) {
			const api = nodeOperations.find((one) => keyOf(one) === key)?.api;
			const known = [
				...(api?.query ?? []).map((name) => `query ${name}`),
				...(api?.body ?? []).map((name) => `body ${name}`),
			];
			expect({ [key]: known }).toEqual({ [key]: expect.arrayContaining([...fields]) });
		}
	});

	test.each(Object.entries(tools))('the tool %s is possible', (_, operationId) => {
		const api = apiOperations.find((one) => one.operationId === operationId);
		expect(api ? offering(api).length : 0).toBeGreaterThan(0);
	});

	test.each(thirdParty)('$method $path of the third party is possible', ({ method, path }) => {
		const api = findOperation(method, path);
		expect(api ? offering(api).length : 0).toBeGreaterThan(0);
	});

	test('both lists are whole', () => {
		expect(Object.keys(tools)).toHaveLength(55);
		expect(thirdParty).toHaveLength(68);
	});
});

describe('searches', () => {
	const searches: Record<keyof typeof FILTERABLE, string> = {
		accounts: 'searchAccounts',
		auditLogs: 'searchAuditLogs',
		callRecordings: 'searchCallRecordings',
		contacts: 'searchContacts',
		customObjects: 'searchCustomObjects',
		issues: 'searchIssues',
		projects: 'searchProjects',
		surveys: 'searchSurveys',
		tasks: 'searchTasks',
		users: 'searchUsers',
	};
	const CUSTOM = '<custom field slug>';

	test('each search of the API with a filter is there', () => {
		const filtered = apiOperations
			.filter(({ filterable }) => filterable)
			.map(({ operationId }) => operationId);
		expect(Object.values(searches).sort()).toEqual(filtered.sort());
	});

	test('fields whose operators are not documented are those that the API says', () => {
		const { lateFields } = FILTERABLE.issues;
		const { 'x-filterable-fields-late': late } = operations.get('searchIssues')
			?.operation as unknown as Record<string, { fields: string[] }>;
		expect([...lateFields].sort()).toEqual([...late.fields].sort());
	});

	test.each(Object.entries(searches))(
		'%s can be filtered by what the API says',
		(key, operationId) => {
			const { fields, customFieldsOf } = FILTERABLE[key as keyof typeof FILTERABLE] as Filterable;
			const { [CUSTOM]: custom, ...builtIn } =
				apiOperations.find((one) => one.operationId === operationId)?.filterable ?? {};
			const sorted = (operators: Record<string, readonly string[]>) =>
				Object.fromEntries(
					Object.entries(operators).map(([field, names]) => [field, [...names].sort()]),
				);
			expect(sorted(fields)).toEqual(sorted(builtIn));
			expect(customFieldsOf !== undefined).toBe(custom !== undefined);
		},
	);
});

describe('the description', () => {
	test.each(nodeOperations.map((one) => ({ ...one, key: keyOf(one) })))(
		'$key has a parameter for each placeholder of its path, under the name that messages use',
		({ url, parameters }) => {
			for (const [, name] of url.matchAll(/\{(\w+)\}/g)) {
				const named = parameters.filter((parameter) => parameter.name === name);
				expect(named.map(({ displayName }) => displayName)).toEqual([displayNameOf(name)]);
			}
		},
	);

	test('has no expression in any routing', () => {
		const expressions: string[] = [];
		const walk = (value: unknown, path: string, isRouting: boolean) => {
			if (typeof value === 'string' && isRouting && value.startsWith('='))
				expressions.push(`${path}: ${value}`);
			if (typeof value !== 'object' || value === null) return;
			for (const [key, inner] of Object.entries(value))
				walk(inner, `${path}.${key}`, isRouting || key === 'routing');
		};
		walk(description.properties, 'properties', false);
		walk([description.requestDefaults, description.requestOperations], 'defaults', true);
		expect(expressions).toEqual([]);
	});

	test('has less than 600 kB of JSON', () => {
		expect(Buffer.byteLength(JSON.stringify(description))).toBeLessThan(600_000);
	});

	test('has the actions of all operations, each once and without articles', () => {
		const actions = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) =>
				options.map((option) => (option as { action?: string }).action ?? ''),
			);
		expect(actions).toHaveLength(nodeOperations.length);
		expect(new Set(actions).size).toBe(actions.length);
		expect(actions.filter((action) => /(^|\s)(a|an|the)\s/i.test(action))).toEqual([]);
	});
});

test('docs/coverage.md is up to date (npm run docs:coverage)', () => {
	const path = join(__dirname, '..', '..', '..', 'docs', 'coverage.md');
	expect(readFileSync(path, 'utf8')).toBe(coverageDocument());
});
