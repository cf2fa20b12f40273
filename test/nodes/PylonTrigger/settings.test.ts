import {
	NodeConnectionTypes,
	type INodeParameters,
	type INodeType,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { readSettings, type Settings } from '../../../nodes/PylonTrigger/settings';
import { callTrigger } from '../../support/webhook';

const read: Settings[] = [];

/** The trigger's own parameters, on a node that only reads them. */
class Reader implements INodeType {
	description = { ...new PylonTrigger().description, outputs: [NodeConnectionTypes.Main] };

	async webhook(this: IWebhookFunctions) {
		read.push(readSettings(this));
		return { webhookResponse: 'read' };
	}
}

async function settingsOf(parameters: INodeParameters): Promise<Settings> {
	const { status, thrown } = await callTrigger({ node: new Reader(), parameters, rawBody: '{}' });
	expect({ status, thrown }).toEqual({ status: 200, thrown: undefined });
	return read.at(-1)!;
}

test('as they are when nothing is set', async () => {
	expect(await settingsOf({})).toEqual({
		verification: { by: 'signature', headerName: '' },
		events: undefined,
		fetch: undefined,
		onFailure: 'run',
		longestWaitMs: 5000,
		conditions: [],
		match: 'all',
		own: undefined,
		retention: { ms: 72 * 3_600_000, count: 500 },
		identity: { eventIdField: '', anyEqualPayload: false },
	});
});

test('as they are when everything is set', async () => {
	const parameters = {
		verification: 'header',
		headerName: ' X-Mine ',
		events: ['issue_created', 'custom'],
		customEvents: 'one, two,,',
		fetchRecord: 'contact',
		addNames: true,
		output: 'selected',
		selectedFields: ' id, custom_fields.plan,',
		onFailure: 'answer503',
		dropOwnEvents: true,
		conditions: { condition: [{ field: ' state ', operator: 'oneOf', value: 'a,b' }] },
		dropDuplicates: true,
		additionalOptions: {
			authorIdField: 'author.id',
			conditionsMatch: 'any',
			equalPayloads: 'drop',
			eventIdField: 'id',
			longestWait: 7,
			ownUserIds: 'u1, u2',
			recordIdField: 'who.id',
			rememberCount: 10,
			rememberHours: 1.5,
		},
	};
	expect(await settingsOf(parameters)).toEqual({
		verification: { by: 'header', headerName: 'X-Mine' },
		events: new Set(['issue_created', 'one', 'two']),
		fetch: {
			record: 'contact',
			idField: 'who.id',
			output: { output: 'selected', fields: ['id', 'custom_fields.plan'], withNames: false },
		},
		onFailure: 'answer503',
		longestWaitMs: 7000,
		conditions: [{ field: 'state', operator: 'oneOf', values: ['a', 'b'] }],
		match: 'any',
		own: { authorIdField: 'author.id', userIds: ['u1', 'u2'] },
		retention: { ms: 5_400_000, count: 10 },
		identity: { eventIdField: 'id', anyEqualPayload: true },
	});
});

test.each<[INodeParameters, RegExp]>([
	[{ verification: '' }, /^'Verification' is empty$/],
	[{ verification: '={{ "no" + "ne2" }}' }, /^'Verification' cannot be /],
	[{ additionalOptions: { longestWait: 10_000 } }, /^'Longest Wait \(Seconds\)' has to be /],
	[
		{ additionalOptions: { rememberHours: 0 } },
		/^'Remember For \(Hours\)' has to be from 0.01 to 720$/,
	],
	[{ additionalOptions: { eventIdField: '' } }, /^'Event ID Field' is empty$/],
	[{ additionalOptions: { ownUserIds: ' ' }, dropOwnEvents: true }, /^'Own User IDs' is empty$/],
	[{ fetchRecord: 'toString' }, /^'Fetch Record' cannot be "toString"$/],
	[{ fetchRecord: 'issue', output: 'constructor' }, /^'Output' cannot be "constructor"$/],
	[{ events: [] }, /^Choose at least one event/],
	[{ events: ['issue_created', 'custom'] }, /^'Custom Event Names' is empty$/],
])('what nobody can have meant is refused: %j', async (parameters, message) => {
	const { status, log } = await callTrigger({
		node: new PylonTrigger(),
		parameters,
		rawBody: '{}',
		headers: {},
	});
	expect({ status, log }).toEqual({
		status: 503,
		log: [
			expect.objectContaining({
				meta: expect.objectContaining({ cause: expect.stringMatching(message) }),
			}),
		],
	});
});

test('an option that is not in use is not looked at', async () => {
	const additionalOptions = { authorIdField: '', recordIdField: '', rememberCount: 'x' };
	const parameters = { dropDuplicates: false, additionalOptions };
	expect(await settingsOf(parameters)).toMatchObject({ own: undefined, retention: undefined });
});

test.each<[INodeParameters, Partial<Settings>]>([
	[{ dropDuplicates: false }, { retention: undefined }],
	[{ fetchRecord: 'None' }, { fetch: undefined }],
	[{ verification: ' NONE ' }, { verification: { by: 'none', headerName: '' } }],
	[{ dropDuplicates: 'no' }, { retention: undefined }],
	[{ additionalOptions: { longestWait: '7' } }, { longestWaitMs: 7000 }],
	[
		{ events: '["issue_created","Issue Updated"]' },
		{ events: new Set(['issue_created', 'issue_updated']) },
	],
	[
		{ fetchRecord: 'issue', addNames: false },
		{
			fetch: {
				record: 'issue',
				idField: 'issue_id',
				output: { output: 'simplified', fields: [], withNames: false },
			},
		},
	],
	[
		{ fetchRecord: 'issue', output: 'raw', fields: 'id' },
		{
			fetch: {
				record: 'issue',
				idField: 'issue_id',
				output: { output: 'raw', fields: [], withNames: false },
			},
		},
	],
	[{ events: ['*', 'issue_created'] }, { events: undefined }],
	[
		{
			dropOwnEvents: true,
			additionalOptions: {
				ownUserIds: '"u1", https://app.usepylon.com/users/1f0c9a7e-0000-4000-8000-000000000001; u1',
			},
		},
		{
			own: { authorIdField: 'author_id', userIds: ['u1', '1f0c9a7e-0000-4000-8000-000000000001'] },
		},
	],
	[{ events: 'issue_created' }, { events: new Set(['issue_created']) }],
	[
		{ conditions: { condition: [{}] } },
		{ conditions: [{ field: '', operator: 'equals', values: [] }] },
	],
])('%j', async (parameters, expected) => {
	expect(await settingsOf(parameters)).toMatchObject(expected);
});

const valuesOf = async (operator: string, value: unknown) =>
	(
		await settingsOf({
			conditions: { condition: [{ field: 'state', operator, value }] },
		} as INodeParameters)
	).conditions[0];

test.each<[string, unknown, string[]]>([
	['oneOf', 'a, b,,a', ['a', 'b']],
	['oneOf', '={{ ["a", "b, c"] }}', ['a', 'b, c']],
	['notOneOf', '={{ ["a", 2, true] }}', ['a', '2', 'true']],
	['oneOf', '={{ [].concat("a") }}', ['a']],
	['oneOf', '["a","b"]', ['a', 'b']],
	['oneOf', 'a\nb;c', ['a', 'b', 'c']],
	['oneOf', '={{ 5 }}', ['5']],
	['oneOf', '={{ false }}', ['false']],
	['oneOf', '={{ [] }}', []],
	['oneOf', ' , ,', []],
	['equals', 'a, b', ['a, b']],
	['equals', '={{ 0 }}', ['0']],
	['equals', '={{ true }}', ['true']],
	['equals', ' ', []],
	['equals', '={{ undefined }}', []],
])('what %s %j is compared with: %j', async (operator, value, values) => {
	expect(await valuesOf(operator, value)).toEqual({ field: 'state', operator, values });
});

test.each<[string, unknown, RegExp]>([
	['equals', '={{ ["a", "b"] }}', /choose 'Is One Of'/],
	['contains', '={{ ({ a: 1 }) }}', /return a single text/],
	['oneOf', '={{ [{ a: 1 }] }}', /./],
	['oneOf', '={{ ({ a: 1 }) }}', /an expression that returns an array/],
])('%s %j is no value, and the condition says why', async (operator, value, advice) => {
	expect(await valuesOf(operator, value)).toMatchObject({
		values: [],
		fault: { says: expect.stringContaining("'Value'"), advice: expect.stringMatching(advice) },
	});
});
