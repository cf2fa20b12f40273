import fc from 'fast-check';
import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { kinds } from '../../../../nodes/Pylon/records';
import { readPicked } from '../../../../nodes/Pylon/records/readReference';
import { UUID, VALUES } from '../values/support/values';

/** Every picker of the node, those within collections included. */
function* pickersIn(properties: INodeProperties[]): Generator<INodeProperties> {
	for (const property of properties) {
		if (property.type === 'resourceLocator') yield property;
		for (const option of property.options ?? []) {
			if ('values' in option) yield* pickersIn(option.values);
			else if ('type' in option) yield* pickersIn([option as INodeProperties]);
		}
	}
}

const pickers = [...pickersIn(new Pylon().description.properties)];

const kindOf = ({ modes = [] }: INodeProperties) => {
	const method = modes.find(({ name }) => name === 'list')?.typeOptions?.searchListMethod;
	return kinds.find(({ listSearch }) => listSearch === method);
};

/** One picker for each set of modes: what differs otherwise are names. */
const different = new Map(
	pickers.map((picker) => [
		JSON.stringify(picker.modes?.map(({ name, validation }) => [name, validation])),
		picker,
	]),
);

const modes = [...different.values()].flatMap((picker) =>
	(picker.modes ?? []).map(({ name }): [string, INodeProperties] => [name, picker]),
);

const node = { name: 'Pylon', type: 'pylon', typeVersion: 1, parameters: {} } as unknown as INode;

/** What n8n says of a value before it starts a workflow. */
const issuesOf = (picker: INodeProperties, mode: string, value: unknown): string[] => {
	const parameter = { ...picker, displayOptions: undefined };
	const values = { [picker.name]: { __rl: true, mode, value } } as never;
	return Object.values(
		NodeHelpers.getParameterIssues(parameter, values, '', node, null).parameters ?? {},
	).flat();
};

const isRead = (picker: INodeProperties, mode: string, value: unknown): boolean => {
	try {
		readPicked({ getNode: () => node } as never, { mode, value }, 'Record', kindOf(picker));
		return true;
	} catch {
		return false;
	}
};

const WELL_KNOWN = [
	UUID,
	'1042',
	'#1042',
	' “#1042” ',
	'https://app.usepylon.com/issues?issueNumber=1042',
	'APP.USEPYLON.COM/issues?issueNumber=1042',
	`https://app.eu.usepylon.com/accounts/${UUID}`,
	`"https://app.usepylon.com/accounts/${UUID}"`,
	'ada@example.com',
	'Ada <ADA@Example.com>',
	'mailto:ada%40example.com?subject=Hi',
	'globex.com',
	'"www.Globex.com."',
	'bücher.example',
	'crm-42',
	'crm/42',
	'https://crm.example/42',
	'urn:crm:42',
	'...',
	'\u200b1042\u2060',
];

/** Text that looks like something: pieces of all the forms, put together by chance. */
const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(...WELL_KNOWN, '@', '.', '/', ':', '"', '“', '#', ' ', '\n', '\u200b', 'é'),
			fc.constantFrom(
				'https://',
				'http://',
				'HTTPS://',
				'usepylon.com',
				'app.',
				'%40',
				'%2F',
				'..',
			),
			fc.string({ maxLength: 6 }),
		),
		{ minLength: 1, maxLength: 4 },
	)
	.map((parts) => parts.join(''));

test('every mode has a pattern', () => {
	expect(pickers.length).toBeGreaterThan(50);
	for (const { modes: own = [] } of pickers)
		for (const { validation } of own) expect(validation).toHaveLength(1);
});

describe.each(modes)('%s', (mode, picker) => {
	test('takes what the reader takes', () => {
		const refused = [...VALUES, ...WELL_KNOWN].filter(
			(value) => isRead(picker, mode, value) && issuesOf(picker, mode, value).length > 0,
		);
		expect(refused).toEqual([]);
		fc.assert(
			fc.property(
				anyText,
				(text) => !isRead(picker, mode, text) || issuesOf(picker, mode, text).length === 0,
			),
			{ numRuns: 500 },
		);
	});

	test('takes expressions, and does not say of nothing that it is wrong', () => {
		const optional = { ...picker, required: false };
		for (const value of ['={{ $json.id }}', '=x', '', ' ', '\u200b', undefined, null])
			expect(issuesOf(optional, mode, value)).toEqual([]);
	});

	test('is done at once with long text', () => {
		const started = process.cpuUsage().user;
		for (const piece of ['1', 'a', ' ', '.', '@', '/', 'http://', '1a', '. ', '%4'])
			issuesOf(picker, mode, piece.repeat(20_000));
		// Milliseconds for ten texts; n8n gives each pattern 250.
		expect((process.cpuUsage().user - started) / 1000).toBeLessThan(500);
	});
});

test.each([
	['email', UUID, /not an email address/],
	['number', UUID, /not a number/],
	['number', 'tomorrow', /not a number/],
	['domain', UUID, /not a domain/],
	['domain', 'https://globex.com', /not a domain/],
	['url', UUID, /not the URL of an issue/],
	['url', 'https://example.com/issues/1', /not the URL of an issue/],
	['id', 'https://example.com/issues/1', /not an ID/],
	['externalId', '..', /cannot be an ID/],
])('%s refuses %s', (mode, value, message) => {
	const picker = pickers.find((one) => one.modes?.some(({ name }) => name === mode));
	expect(issuesOf(picker as INodeProperties, mode, value)).toEqual([
		expect.stringMatching(message),
	]);
});
