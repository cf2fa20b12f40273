import { apiRequest } from '../../../../nodes/Pylon/operations/apiRequest';
import { seedIds } from '../../../../sandbox/pylon';
import { describeOperations } from '../../../support/operations';

const { ada } = seedIds.contacts;

const get = (path: unknown) => ({ parameters: { path: path as string } });
const post = (more: Record<string, string>) => ({
	parameters: { method: 'POST', path: '/tags', ...more },
});

describeOperations(apiRequest, {
	send: {
		least: {
			...get(`/contacts/${ada}`),
			then: ({ json: [contact], sent }) => {
				expect(sent).toMatchObject({
					method: 'GET',
					path: `/contacts/${ada}`,
					operationId: 'getContact',
				});
				expect(contact.id).toBe(ada);
			},
		},
		all: [
			{
				parameters: {
					path: 'issues?start_time=2026-01-01T00:00:00Z',
					specifyQuery: 'fields',
					queryParameters: {
						parameter: [
							{ name: ' end_time ', value: '2026-01-02T00:00:00Z' },
							{ name: 'limit', value: '2' },
						],
					},
					method: 'GET',
					response: 'records',
					returnAll: false,
					limit: 3,
				},
				then: ({ sent }) => {
					expect(sent.query).toEqual({
						start_time: '2026-01-01T00:00:00Z',
						end_time: '2026-01-02T00:00:00Z',
						limit: '2',
					});
				},
			},
			{
				parameters: {
					path: 'issues?start_time=2026-01-01T00:00:00Z',
					specifyQuery: 'json',
					queryJson: '{ "end_time": "2026-01-02T00:00:00Z", "limit": 2 }',
				},
				then: ({ sent }) => {
					expect(sent.query).toEqual({
						start_time: '2026-01-01T00:00:00Z',
						end_time: '2026-01-02T00:00:00Z',
						limit: '2',
					});
				},
			},
			{
				parameters: { method: '={{ "GET" }}', path: '/me' },
				then: ({ sent }) =>
					expect(sent).toMatchObject({ method: 'GET', path: '/me', query: {}, body: undefined }),
			},
			{
				parameters: {
					method: 'POST',
					path: 'tags/',
					body: '{ "value": "vip-2", "object_type": "account" }',
					response: 'fullResponse',
				},
				then: ({ sim, json: [answer], sent }) => {
					expect(sent).toMatchObject({
						method: 'POST',
						path: '/tags',
						body: { value: 'vip-2', object_type: 'account' },
					});
					expect(answer).toMatchObject({
						data: { value: 'vip-2' },
						request_id: expect.any(String),
					});
					expect([...sim.state.tags.values()].some(({ value }) => value === 'vip-2')).toBe(true);
				},
			},
		],
		wrong: [
			{ message: "'Path' is empty" },
			{ message: "'Path' is empty", ...get('={{ $json.missing }}') },
			{ message: "'Path' has to be text", ...get('={{ ["/me"] }}') },
			{
				message: `'Method' cannot be "TRACE"`,
				parameters: { method: '={{ "TRACE" }}', path: '/me' },
			},
			{ message: "'Body (JSON)' is not JSON", ...post({ body: '{ "value": ' }) },
			{ message: "'Body (JSON)' has to be a JSON object", ...post({ body: '["vip"]' }) },
			{
				message: "The expression in 'Body (JSON)' returns nothing",
				...post({ body: '={{ $json.missing }}' }),
			},
			{
				message: "'Body (JSON)' cannot be sent with the method GET",
				parameters: { method: '={{ "get" }}', path: '/me', body: '{"a":1}' },
			},
			{
				message: "'Query Parameters (JSON)' is not JSON",
				parameters: { path: '/tags', specifyQuery: 'json', queryJson: 'limit=2' },
			},
			{
				message: "'Query Parameters (JSON)' has to be a JSON object",
				parameters: { path: '/tags', specifyQuery: 'json', queryJson: '2' },
			},
			{
				message: "The query parameter 'limit' has no value",
				parameters: { path: '/tags', specifyQuery: 'json', queryJson: '{"limit":null}' },
			},
			{
				message: "has no 'Name'",
				parameters: { path: '/tags', queryParameters: { parameter: [{ name: ' ', value: 'x' }] } },
			},
			{ message: "'Limit' has to be a whole number", parameters: { path: '/tags', limit: 0 } },
		],
	},
});
