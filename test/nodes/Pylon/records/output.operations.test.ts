import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../../../nodes/Pylon/operations';
import { nodeOperations } from '../../../../scripts/coverage/node';
import { seedIds } from '../../../../sandbox/pylon';
import { document, operations } from '../../../../sandbox/pylon/document';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

interface Schema {
	$ref?: string;
	allOf?: Schema[];
	items?: Schema;
	properties?: Record<string, Schema>;
}

const SIMPLIFIED = ['Account', 'Article', 'Contact', 'Issue', 'Message', 'Task'];

const { schemas } = (document as unknown as { components: { schemas: Record<string, Schema> } })
	.components;

/** The kinds of record under `data` of an answer. */
function kindsIn({ $ref, allOf = [], items, properties }: Schema): string[] {
	const name = $ref?.split('/').at(-1);
	if (name !== undefined)
		return SIMPLIFIED.includes(name)
			? [name]
			: kindsIn({ properties: { data: schemas[name].properties?.data ?? {} } });
	return [
		...allOf,
		...(items === undefined ? [] : [items]),
		...(properties?.data === undefined ? [] : [properties.data]),
	].flatMap(kindsIn);
}

const answers = new Map(
	[...operations.values()].map(({ operation }) => {
		const { operationId, responses } = operation as unknown as {
			operationId: string;
			responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
		};
		const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
		return [
			operationId,
			good.flatMap(([, { content }]) => kindsIn(content?.['application/json']?.schema ?? {})),
		];
	}),
);

test('every operation that returns an issue, contact, account, message, article or task says how much of it', () => {
	const putting = nodeOperations.filter(
		({ api }) => api !== undefined && (answers.get(api.operationId) ?? []).length > 0,
	);
	expect(putting.length).toBeGreaterThan(25);
	const without = putting.filter(
		({ parameters }) => !parameters.some(({ name }) => name === 'output'),
	);
	// Returns records of several kinds, always simple.
	expect(without.map(({ resource, operation }) => `${resource}.${operation}`)).toEqual([
		'issue.getContext',
	]);
});

/** Operations by the defaults of a parameter. */
const standardsOf = (parameter: string) =>
	new Set(
		resources.flatMap(({ operations: all }) =>
			all.flatMap(({ fields }) =>
				fields.filter(({ name }) => name === parameter).map((field) => field.default),
			),
		),
	);

test('simplified, and without names, where nobody has touched it', () => {
	expect(standardsOf('output')).toEqual(new Set(['simplified']));
	expect(standardsOf('addNames')).toEqual(new Set([false]));
});

test('whatever returns issues, accounts or tasks can add names', () => {
	const naming = nodeOperations.filter(({ parameters }) =>
		parameters.some(({ name }) => name === 'addNames'),
	);
	const named = nodeOperations.filter(
		({ api, parameters }) =>
			parameters.some(({ name }) => name === 'output') &&
			(answers.get(api?.operationId ?? '') ?? []).some((kind) =>
				['Account', 'Issue', 'Task'].includes(kind),
			),
	);
	expect(named.length).toBeGreaterThan(15);
	expect(
		named
			.filter((operation) => !naming.includes(operation))
			.map(({ resource, operation }) => `${resource}.${operation}`),
	).toEqual([]);
});

describe('of an operation that does more than read', () => {
	const pylon = withPylon({ checkReplies: true });
	const { issues, accounts } = seedIds;
	const run = async (parameters: INodeParameters) =>
		(await runPylon(pylon.credentials, parameters)).items.map(({ json }) => json);

	test.each<[string, INodeParameters, object]>([
		[
			'snooze',
			{ snoozeUntil: '2099-12-31T09:00:00Z' },
			{ snoozed_until_time: '2099-12-31T09:00:00.000Z' },
		],
		[
			'linkExternalIssue',
			{ tracker: 'linear', externalIssueId: issues.initech },
			{ external_issues: [{ external_id: issues.initech }] },
		],
	])('issue %s: what it is about is kept', async (operation, parameters, kept) => {
		const [issue] = await run({
			resource: 'issue',
			operation,
			issueId: byId(issues.first),
			...parameters,
		});
		expect(issue).toMatchObject({ id: issues.first, requester_id: expect.any(String), ...kept });
		expect(issue).not.toHaveProperty('body_html');
	});

	test('a merge returns the account that stays, a dry run its report as it is', async () => {
		const merge = (parameters: INodeParameters) =>
			run({
				resource: 'account',
				operation: 'merge',
				accountId: byId(accounts.globex),
				mergeAccountIds: [accounts.cedar],
				...parameters,
			});
		expect(await merge({ dryRun: true })).toMatchObject([
			{ dryRun: true, mergeInto: { id: accounts.globex } },
		]);
		const [survivor] = await merge({});
		expect(survivor).toMatchObject({ id: accounts.globex, owner_id: expect.any(String) });
		expect(survivor).not.toHaveProperty('owner');
	});
});

describe('as text of an expression', () => {
	const pylon = withPylon({ checkReplies: true });

	test.each([
		['raw', true],
		['Raw', true],
		[' RAW ', true],
		['simplified', false],
	])('%s', async (text, isRaw) => {
		const parameters = {
			resource: 'issue',
			operation: 'findSimilar',
			issueId: byId(seedIds.issues.initech),
			output: '={{ $json.output }}',
		};
		const { items } = await runPylon(pylon.credentials, parameters, [{ output: text }]);
		expect(items.length).toBeGreaterThan(0);
		expect('body_html' in items[0].json).toBe(isRaw);
	});
});
