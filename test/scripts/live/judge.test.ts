import { ready } from '../../../sandbox/pylon/router';
import { judge } from '../../../scripts/live/judge';
import { reads, requestsFor, type LiveRequest } from '../../../scripts/live/requests';

beforeAll(async () => await ready);

function request(operationId: string): LiveRequest {
	const read = reads.find((one) => one.operationId === operationId);
	const requests = read && requestsFor(read, new Map(), 0);
	if (!Array.isArray(requests)) throw new Error(`No request for ${operationId}`);
	return requests[0];
}

const id = '0b9f3a52-5a86-4b5e-a3ac-5a2a3a6f3d11';

const answer = (body: unknown, headers: Record<string, string> = { 'x-pylon-request-id': id }) => ({
	status: 200,
	headers,
	text: JSON.stringify(body),
	ms: 5,
});

test('the header with the request ID', () => {
	const body = { data: [], pagination: { cursor: null, has_next_page: false }, request_id: id };
	expect(judge(request('getAccounts'), answer(body))).toMatchObject({
		verdict: 'as assumed',
		differences: [],
		requestId: id,
	});
	expect(judge(request('getAccounts'), answer(body, {})).differences).toEqual([
		'the header x-pylon-request-id is missing',
	]);
	expect(
		judge(request('getAccounts'), answer(body, { 'x-pylon-request-id': 'other' })).differences,
	).toEqual(['the header x-pylon-request-id is not the request_id of the body']);
});

test('an envelope without its parts', () => {
	expect(
		judge(request('getAccounts'), answer({ pagination: { has_next_page: true }, request_id: id }))
			.differences,
	).toEqual(['pagination.cursor is missing', 'pagination.has_next_page is true without a cursor']);
	expect(judge(request('getMe'), answer({ data: { id: 'u' } }, {})).differences).toEqual([
		'request_id is missing',
		'the header x-pylon-request-id is missing',
	]);
});

test('a body that is no object', () => {
	expect(judge(request('getAccounts'), answer([id])).differences).toContain(
		'the body must be object, is array',
	);
	expect(judge(request('getAccounts'), answer(null)).differences).toContain(
		'the body must be object, is null',
	);
});
