import { withPolling } from './support/bench';

const bench = withPolling();
const { poller, asked } = bench;
const json = (filterJson: unknown) => ({ filterMode: 'json', filterJson: filterJson as string });

const REFUSED: Array<[name: string, parameters: object, message: RegExp]> = [
	...['', '={{ undefined }}'].map((maxRecords): [string, object, RegExp] => [
		`maxRecords '${maxRecords}'`,
		{ options: { maxRecords } },
		/^'Max Records per Poll' is empty$/,
	]),
	...[0, -1, 1.5, 10_001, 'abc', '={{ [5] }}'].map((maxRecords): [string, object, RegExp] => [
		`maxRecords ${maxRecords}`,
		{ options: { maxRecords } },
		/^'Max Records per Poll' has to be a whole number from 1 to 10000$/,
	]),
	...[-1, 0.5, 86_401, 'abc'].map((overlap): [string, object, RegExp] => [
		`overlap ${overlap}`,
		{ options: { overlap } },
		/^'Overlap \(Seconds\)' has to be a whole number from 0 to 86400$/,
	]),
	['no overlap', { options: { overlap: '={{ null }}' } }, /^'Overlap \(Seconds\)' is empty$/],
	[
		'a switch that is none',
		{ event: 'issue_message', options: { customersOnly: '={{ "maybe" }}' } },
		/^'From Customers Only' has to be true or false$/,
	],
	[
		'a switch that yields nothing',
		{ event: 'issue_message', options: { includeInternalNotes: '={{ null }}' } },
		/^'Include Internal Notes' is empty$/,
	],
	[
		'a type of survey that is none',
		{ event: 'survey_response', options: { surveyTypes: '={{ ["csat", "stars"] }}' } },
		/^'Survey Types' .*stars/,
	],
	...['={{ null }}', '={{ undefined }}', '={{ [] }}', ' '].map(
		(surveyTypes): [string, object, RegExp] => [
			`no type of survey: ${surveyTypes}`,
			{ event: 'survey_response', options: { surveyTypes } },
			/^'Survey Types' is empty$/,
		],
	),
	['no JSON', json('{"field":'), /^'Filter \(JSON\)' is not JSON$/],
	['an empty filter', json(''), /^'Filter \(JSON\)' is empty$/],
	['an expression that yields nothing', json('={{ undefined }}'), /^'Filter \(JSON\)' is empty$/],
	['a list', json('[]'), /^'Filter \(JSON\)' contains a condition that is not an object$/],
	[
		'an operator that the field has not',
		json('{"field":"state","operator":"contains","value":"new"}'),
		/cannot use the operator "contains"/,
	],
	[
		'a condition without a value',
		json('{"field":"state","operator":"equals"}'),
		/'Filter \(JSON\)' has a condition without a value/,
	],
	['too many levels', json(nested(4)), /^'Filter \(JSON\)' is more than 3 levels deep$/],
	[
		'a filter that is not in use',
		{ filterJson: '{"field":"state","operator":"equals","value":"new"}' },
		/'Filter \(JSON\)' is filled in, but 'Filter' is not 'JSON'/,
	],
	[
		'a condition without a field',
		{ conditions: { condition: [{ field: '', operator: 'equals', value: 'x' }] } },
		/^'Condition 1' has no field$/,
	],
	[
		'an empty search text',
		{ searchText: '={{ "" }}' },
		/^The expression in 'Search Text' returns no text$/,
	],
	['a search text that is none', { searchText: '={{ ({}) }}' }, /^'Search Text' has to be text$/],
	[
		'an event that is none',
		{ event: 'issue_sneezed' },
		/^'Trigger On' has no event 'issue_sneezed'$/,
	],
];

function nested(levels: number): string {
	const leaf = { field: 'state', operator: 'equals', value: 'open' };
	return JSON.stringify(
		Array.from({ length: levels - 1 }).reduce<object>(
			(inner) => ({ operator: 'and', subfilters: [inner] }),
			leaf,
		),
	);
}

test.each(REFUSED)(
	'%s is refused before anything is asked, in a test and in the published workflow',
	async (_, parameters, message) => {
		const active = poller({ event: 'issue_created', ...parameters });
		for (const { error } of [await active.activate(), await active.test()]) {
			expect(error?.message).toMatch(message);
			expect((error as Error & { description?: string }).description).toBeTruthy();
		}
		expect(asked()).toEqual([]);
		expect(active.saves).toBe(0);
	},
);

test.each([nested(3), '{"field":"state","operator":"equals","value":"new"}'])(
	'%s is taken',
	async (filterJson) => {
		expect(await poller({ event: 'issue_created', ...json(filterJson) }).activate()).toEqual({});
	},
);

test.each([[[]], ['={{ ["CSAT", "nps"] }}'], ['={{ "csat; Custom" }}']])(
	'types of surveys that are taken: %j',
	async (surveyTypes) => {
		const active = poller({
			event: 'survey_response',
			options: { surveyTypes: surveyTypes as string },
		});
		expect(await active.activate()).toEqual({});
	},
);

test.each(['25', ' 25 '])('a number may come as text: "%s"', async (maxRecords) => {
	expect(await poller({ event: 'issue_created', options: { maxRecords } }).activate()).toEqual({});
});

test('a field that is neither built in nor a custom field is refused once Pylon was asked', async () => {
	const filterJson = '{"field":"no_such_field","operator":"equals","value":"x"}';
	const active = poller({ event: 'issue_created', ...json(filterJson) });
	for (const { error } of [await active.activate(), await active.test()]) {
		expect(error?.message).toBe("'Filter (JSON)' has the unknown field 'no_such_field'");
	}
	expect(asked().filter((request) => !/^GET \/(me|custom-fields)/.test(request))).toEqual([]);
});

test('a custom field of the workspace is taken', async () => {
	const [field] = [...bench.pylon.sim.state.customFields.values()].filter(
		({ object_type, type }) => object_type === 'issue' && type === 'text',
	);
	const filterJson = JSON.stringify({ field: field.slug, operator: 'is_set' });
	expect(await poller({ event: 'issue_created', ...json(filterJson) }).activate()).toEqual({});
});

test('a filter is not read for an event that has none', async () => {
	expect(await poller({ event: 'survey_response', ...json('no JSON') }).activate()).toEqual({});
});

test('without a credential that can be used, it says which field is missing', async () => {
	const active = poller(
		{ event: 'issue_created' },
		{ credentials: { ...bench.pylon.credentials, apiToken: '' } },
	);
	expect((await active.activate()).error?.message).toBe(
		"'API Token' of the Pylon credential cannot be used",
	);
});
