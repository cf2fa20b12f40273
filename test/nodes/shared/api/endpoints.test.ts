import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IHttpRequestMethods } from 'n8n-workflow';

import { ENDPOINTS } from '../../../../nodes/shared/api/endpoints.generated';
import {
	endpointOf,
	isSafeToRepeat,
	pageSizeOf,
	templateOf,
	writtenRecord,
} from '../../../../nodes/shared/api/endpoints';
import { operations } from '../../../../sandbox/pylon/document';
import { endpointsFile } from '../../../../scripts/api/facts';

test('the generated file is what openapi.yaml says: else run `npm run api:facts`', () => {
	const file = join(
		__dirname,
		'..',
		'..',
		'..',
		'..',
		'nodes',
		'shared',
		'api',
		'endpoints.generated.ts',
	);
	expect(readFileSync(file, 'utf8')).toBe(endpointsFile());
});

test('every operation of openapi.yaml is found by its path, with names and with values in it', () => {
	for (const { method, path } of operations.values()) {
		const verb = method as IHttpRequestMethods;
		expect(endpointOf(verb, path)).toBeDefined();
		expect(endpointOf(verb, path.replace(/\{\w+\}/g, '8a1f-7'))).toBe(endpointOf(verb, path));
	}
	expect(Object.keys(ENDPOINTS)).toHaveLength(operations.size);
});

/** The operations themselves are held to openapi.yaml by test/scripts/checkOperation.test.ts. */
test('every search may be sent twice, and no POST that creates, sends, merges or asks may', () => {
	const posts = Object.keys(ENDPOINTS)
		.filter((key) => key.startsWith('POST '))
		.map((key) => key.slice(5));
	const unsafe = (path: string) =>
		/\/(merge|reply|note|ai-response|request-review|redact)$|^\/import\//.test(path) ||
		Object.hasOwn(ENDPOINTS, `GET ${path}/{}`);
	const searches = posts.filter((path) => path.endsWith('/search'));
	expect(searches.filter((path) => !isSafeToRepeat('POST', path))).toEqual([]);
	expect(posts.filter(unsafe).filter((path) => isSafeToRepeat('POST', path))).toEqual([]);
	expect(Math.min(searches.length, posts.filter(unsafe).length)).toBeGreaterThan(5);
});

test.each<IHttpRequestMethods>(['GET', 'PATCH', 'PUT', 'DELETE'])(
	'every %s may, also to an endpoint that is not known',
	(method) => {
		expect(isSafeToRepeat(method, '/contacts/{contactId}')).toBe(true);
		expect(isSafeToRepeat(method, '/new-things/1')).toBe(true);
	},
);

test('a POST to an endpoint that is not known may only when it is a search', () => {
	expect(isSafeToRepeat('POST', '/new-things')).toBe(false);
	expect(isSafeToRepeat('POST', '/new-things/search')).toBe(true);
});

test('a create with an ID that looks like a search is none', () => {
	expect(isSafeToRepeat('POST', '/issues/search%2Fsearch/reply')).toBe(false);
	expect(isSafeToRepeat('POST', '/issues/{issueId}/snooze')).toBe(true);
});

test.each([
	['/issues/123/messages', '/issues/{}/messages'],
	['/issues', '/issues'],
	['/issues/search', '/issues/search'],
	['/new-things/1/parts/2', '/new-things/{}/{}/{}'],
])('template of %s', (path, template) => {
	expect(templateOf(path)).toBe(template);
});

test.each<[IHttpRequestMethods, string, boolean]>([
	['POST', '/issues/1/reply', true],
	['POST', '/import/issues/1/messages', true],
	['PATCH', '/contacts/1', true],
	['DELETE', '/tasks/1', true],
	['PATCH', '/new-things/1', true],
	['GET', '/contacts/1', false],
	['POST', '/contacts', false],
	['PATCH', '/accounts', false],
	['POST', '/knowledge-bases/1/articles', false],
	['POST', '/new-things/1/parts', false],
])('%s %s keeps the order of the items: %s', (method, path, keepsOrder) => {
	expect(writtenRecord(method, path)).toBe(keepsOrder ? `record ${path}` : undefined);
});

test.each<[IHttpRequestMethods, string, number | undefined]>([
	['GET', '/contacts', 999],
	['POST', '/contacts/search', 999],
	['GET', '/custom-objects/car', 100],
	['GET', '/surveys', 0],
	['GET', '/tags', 0],
	['GET', '/new-things', undefined],
])('page size of %s %s: %s', (method, path, size) => {
	expect(pageSizeOf(method, path)).toBe(size);
});
