import { strict as assert } from 'node:assert';

import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { SimulatedPylon } from '../../../../../sandbox/pylon';
import { added } from '../../../../support/listChange';
import { credentialsFor } from '../../../../support/pylon';
import { errorOf, runPylon } from '../../../shared/client/support/run';

/** What tells the resources apart. */
interface Resource {
	/** Name of the operation's identifier that is an address or domain. */
	identifier: 'email' | 'domain';
	/** Value of it: one of two of a person or company. */
	valueOf: (who: number, which: number) => string;
	matchBy: string[];
	/** The simulated Pylon gets the records that are there before. */
	begin: (sim: SimulatedPylon, records: Existing[]) => void;
	/** Every record, without its ID, in an order that does not depend on it. */
	recordsOf: (sim: SimulatedPylon) => IDataObject[];
	/** Additional fields that add to a list, and what makes Pylon refuse the item. */
	additionalFields: INodeParameters;
	refused: string;
}

interface Existing {
	who: number;
	/** Which of the two addresses or domains it has. */
	which: boolean[];
	hasExternalId: boolean;
}

interface Item {
	who: number;
	which?: number;
	/** Of whom the external ID is; another one's in a few. */
	externalIdOf?: number;
	name?: string;
	isRefused: boolean;
	hasLargeLetters: boolean;
}

const PEOPLE = 4;

const anyItem: fc.Arbitrary<Item> = fc.record(
	{
		who: fc.nat(PEOPLE - 1),
		which: fc.nat(1),
		externalIdOf: fc.nat(PEOPLE - 1),
		name: fc.constantFrom('A', 'B', 'C'),
		isRefused: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
		hasLargeLetters: fc.boolean(),
	},
	{ requiredKeys: ['who', 'isRefused', 'hasLargeLetters'] },
);

export const anyUpserts = fc.record({
	existing: fc.uniqueArray(
		fc.record({
			who: fc.nat(PEOPLE - 1),
			which: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
			hasExternalId: fc.boolean(),
		}),
		{
			selector: ({ who }) => who,
			maxLength: PEOPLE,
		},
	),
	items: fc.array(anyItem, { minLength: 1, maxLength: 12 }),
	ifSeveralMatch: fc.constantFrom('allAgree', 'firstAddOthers', 'firstOnly'),
	isReversed: fc.boolean(),
	/** At once, the outcome is the same only when items that are about one record say so by something that they share. */
	isAtOnce: fc.boolean(),
	seed: fc.integer(),
});

export type UpsertsCase = typeof anyUpserts extends fc.Arbitrary<infer Case> ? Case : never;

/** What n8n hands to the node for an item. */
function inputOf(
	resource: Resource,
	{ who, which, externalIdOf, name, isRefused, hasLargeLetters }: Item,
	isAtOnce: boolean,
	index: number,
): IDataObject {
	const value = which === undefined ? undefined : resource.valueOf(who, which);
	// All that share a record share its external ID.
	const owner = isAtOnce ? who : externalIdOf;
	return {
		value: hasLargeLetters ? value?.toUpperCase() : value,
		externalId: owner === undefined ? undefined : `x-${owner}`,
		name: name === undefined ? undefined : `${name}${isAtOnce ? who : ''}`,
		added: String(1000 + index),
		refused: isRefused ? resource.refused : undefined,
	};
}

/** What came of an item, without what depends on the order in which records are created. */
function resultOf(item: INodeExecutionData): IDataObject {
	const error = errorOf(item);
	if (error !== undefined) return { message: error.message, status: error.status };
	const { id, notAddedBecause, created_at: created, updated_at: updated, ...others } = item.json;
	// Of a record that was copied from a seeded one: a time that depends on when the test began.
	const rest: IDataObject = { ...others, latest_customer_activity_time: undefined };
	assert.ok(
		typeof id === 'string' &&
			[notAddedBecause, created, updated].every(
				(value) => value === undefined || typeof value === 'string',
			),
	);
	return rest;
}

/**
 * Does the items in one run, which shares look-ups, and each in a run of its own, one after the other: it must come to the same.
 * @param sim whose state is reset
 * @param name the value of the parameter Resource
 * @param resource what the check knows of contacts or accounts
 * @param testCase the records that exist, the items in order, and how they are done
 * @throws AssertionError when it does not
 */
export async function checkUpserts(
	sim: SimulatedPylon,
	name: string,
	resource: Resource,
	testCase: UpsertsCase,
): Promise<void> {
	const { existing, items, ifSeveralMatch, isReversed, isAtOnce, seed } = testCase;
	const inputs = items.map((item, index) => inputOf(resource, item, isAtOnce, index));
	const parameters: INodeParameters = {
		resource: name,
		operation: 'upsert',
		externalId: '={{ $json.externalId }}',
		[resource.identifier]: '={{ $json.value }}',
		name: '={{ $json.name }}',
		ifSeveralMatch,
		matchBy: isReversed ? [...resource.matchBy].reverse() : resource.matchBy,
		additionalFields: resource.additionalFields,
		requestOptions: { maxTries: 1, concurrency: isAtOnce ? 5 : 1 },
	};
	const begin = () => {
		sim.resetState();
		sim.resetLog();
		sim.faults.clear();
		resource.begin(sim, existing);
	};
	const run = async (some: IDataObject[]) =>
		(await runPylon(credentialsFor(sim), parameters, some, { continueOnFail: true })).items;

	begin();
	const apart: INodeExecutionData[] = [];
	for (const input of inputs) apart.push(...(await run([input])));
	const recordsApart = resource.recordsOf(sim);

	begin();
	if (isAtOnce) sim.faults.seededSchedule(seed, [{ kind: 'delay', ms: 5, share: 0.4 }]);
	const together = await run(inputs);
	assert.deepEqual(
		together.map(({ pairedItem }) => pairedItem),
		inputs.map((_, item) => ({ item })),
	);
	assert.deepEqual(together.map(resultOf), apart.map(resultOf));
	assert.deepEqual(resource.recordsOf(sim), recordsApart);
}

/** Records without what depends on when they were created. */
const alike = (records: Iterable<object>): IDataObject[] =>
	[...records]
		.map((record) => ({
			...record,
			id: undefined,
			created_at: undefined,
			updated_at: undefined,
			latest_customer_activity_time: undefined,
		}))
		.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other), 'en'));
const externalIds = ({ who, hasExternalId }: Existing) =>
	hasExternalId ? [{ external_id: `x-${who}`, label: 'crm' }] : [];

const emailOf = (who: number, which: number) => `p${who}-${which}@bulk.example`;

export const contacts: Resource = {
	identifier: 'email',
	valueOf: emailOf,
	matchBy: ['externalId', 'email'],
	begin: ({ state }, records) => {
		const [first] = [...state.contacts.values()];
		for (const record of records) {
			const emails = [0, 1]
				.filter((which) => record.which[which])
				.map((which) => emailOf(record.who, which));
			const id = state.newId('contact');
			state.contacts.set(id, {
				...first,
				id,
				name: `P${record.who}`,
				email: emails[0] ?? null,
				emails,
				external_ids: externalIds(record),
			});
		}
	},
	recordsOf: ({ state }) => alike(state.contacts.values()),
	additionalFields: {
		accountId: { __rl: true, mode: 'id', value: '={{ $json.refused }}' },
		externalIdLabel: 'crm',
		phoneNumbers: added('={{ $json.added }}'),
	},
	refused: 'acc-unknown',
};

const domainOf = (who: number, which: number) => `c${who}-${which}.example`;

export const accounts: Resource = {
	identifier: 'domain',
	valueOf: domainOf,
	matchBy: ['externalId', 'domain', 'name'],
	begin: ({ state }, records) => {
		const [first] = [...state.accounts.values()];
		for (const record of records) {
			const domains = [0, 1]
				.filter((which) => record.which[which])
				.map((which) => domainOf(record.who, which));
			const id = state.newId('account');
			const more = {
				id,
				name: `A${record.who}`,
				domains,
				primary_domain: domains[0] ?? null,
				external_ids: externalIds(record),
			};
			state.accounts.set(id, { ...first, ...more });
		}
	},
	recordsOf: ({ state }) => alike(state.accounts.values()),
	additionalFields: {
		ownerId: { __rl: true, mode: 'id', value: '={{ $json.refused }}' },
		externalIdLabel: 'crm',
		tags: added('={{ $json.added }}'),
	},
	refused: 'user-unknown',
};
