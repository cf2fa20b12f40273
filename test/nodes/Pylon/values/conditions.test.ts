import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { FILTERABLE, type Filterable } from '../../../../nodes/Pylon/parameters/filter/filterable';
import {
	builtInFieldValue,
	customFieldValue,
	operatorsOf,
	RELATIVE,
} from '../../../../nodes/Pylon/parameters/filter/searchConditions.operators';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { storeCustomField } from '../../../../sandbox/pylon/seed/customFields';
import { by } from '../../../support/locator';
import { loadNode } from '../../../support/nodeTypes';
import { withPylon } from '../../../support/pylon';
import { SEARCHED_RESOURCES } from '../../../support/searchedResources';
import { KINDS } from './support/kinds';
import { domain, email, type Kind, type Verdict } from './support/plainKinds';
import { outcomesOf, type Outcome } from './support/run';
import { NOTHING, VALUES } from './support/values';

/**
 * Every field of every search, with every operator that it allows, gets every value. What has to come of it is in the tables of
 * docs/values.md; which kind of value a field has stands here, and the code is not asked.
 */
const pylon = withPylon();
const node = loadNode(new Pylon());

const { text, list, record, records, number, moment, switches, choice } = KINDS;

const option = (value: string) => ({ name: value.replaceAll('_', ' '), value });
const types = choice(['conversation', 'ticket'].map(option));
const statuses = choice(['not_started', 'in_progress', 'completed'].map(option));
const states = choice([
	...['new', 'waiting_on_you', 'waiting_on_customer', 'on_hold', 'closed'].map(option),
	option('escalated'),
]);
const tiers = choice([option('vip'), option('billing')]);

/** Sent as text, as all values of a condition. */
const asText =
	(kind: Kind): Kind =>
	(value) => {
		const verdict = kind(value);
		return typeof verdict === 'object' ? { sends: String(verdict.sends) } : verdict;
	};

const day: Kind = (value) => {
	const verdict = moment(value);
	return typeof verdict === 'object'
		? {
				sends:
					value === '2026-11-27T09:00:00+01:00' ? '2026-11-27' : String(verdict.sends).slice(0, 10),
			}
		: verdict;
};

/** A number of days from now. */
const amount: Kind = (value) => {
	const verdict = number(value);
	if (typeof verdict !== 'object') return verdict;
	return Number(verdict.sends) > 0 && Number(verdict.sends) < 36_500 ? verdict : 'refused';
};

/** That a custom field holds people is known when its value is text already: `true` could be an ID. */
const customUser: Kind = (value) =>
	typeof value === 'boolean' || value === 1.5 ? undefined : record(value);

/** Several of a kind: what is not in the list of values may be one of it. */
const severalOf =
	(kind: Kind): Kind =>
	(value) => {
		const given = list(value);
		if (typeof given !== 'object') return given;
		const verdicts = (given.sends as unknown[]).map(kind);
		if (verdicts.some((one) => one === 'refused')) return 'refused';
		if (verdicts.some((one) => typeof one !== 'object')) return undefined;
		return { sends: verdicts.flatMap((one) => (one as { sends: unknown }).sends) };
	};

/** A condition looks for all spellings that a record may have. */
const emailKind: Kind = (value) =>
	String(value).trim() === 'Ada@Example.com'
		? { sends: ['Ada@Example.com', 'ada@example.com'] }
		: email(value);
const domainKind: Kind = (value) => {
	const verdict = domain(value);
	return typeof verdict === 'object'
		? { sends: [verdict.sends, `www.${String(verdict.sends)}`] }
		: verdict;
};

/** By the name of a built-in field; all others hold text. */
const BUILT_IN: Record<string, Kind> = {
	account_id: record,
	domains: domainKind,
	email: emailKind,
	assignee_id: record,
	follower_contact_id: record,
	follower_user_id: record,
	is_archived: asText(switches),
	issue_type: types,
	milestone_id: record,
	owner_id: record,
	project_id: record,
	requester_id: record,
	state: states,
	status: statuses,
	team_id: record,
	ticket_form_id: record,
};

const CUSTOM: Record<string, Kind> = {
	boolean: asText(switches),
	date: day,
	decimal: asText(number),
	multiselect: tiers,
	number: asText(number),
	select: tiers,
	text,
	url: text,
	user: customUser,
};

interface Case {
	kind: keyof typeof FILTERABLE;
	field: string;
	/** As the editor keeps it. */
	code: string;
	operator: string;
	of: Kind;
}

const WITHOUT_VALUE = ['is_set', 'is_unset'];

const cases: Case[] = Object.entries<Filterable>(FILTERABLE).flatMap(([name, filterable]) => {
	const kind = name as keyof typeof FILTERABLE;
	const builtIn = Object.keys(filterable.fields).map((field) => ({
		field,
		code: builtInFieldValue(filterable, field),
		of:
			field === 'id' && (kind === 'accounts' || kind === 'contacts')
				? record
				: (BUILT_IN[field] ?? text),
	}));
	const custom =
		kind === 'issues'
			? [...Object.keys(CUSTOM), 'datetime'].map((type) => ({
					field: `a_${type}`,
					code: customFieldValue(`a_${type}`, type),
					of: CUSTOM[type] ?? text,
				}))
			: [];
	return [...builtIn, ...custom].flatMap((one) =>
		operatorsOf(one.code)
			.filter((operator) => !WITHOUT_VALUE.includes(operator))
			.map((operator) => ({ kind, operator, ...one })),
	);
});

const isRelative = (operator: string) => (RELATIVE as readonly string[]).includes(operator);

/** Where the value stands, and what it has to come to. */
function placeOf({ code, operator, of }: Case): { slot: INodeParameters; verdict: Kind } {
	const value = '={{ $json.v }}';
	if (operator === 'time_range')
		return { slot: { from: value, to: '2100-01-01T00:00:00Z' }, verdict: moment };
	if (operator.startsWith('time_')) return { slot: { date: value }, verdict: moment };
	if (isRelative(operator)) return { slot: { amount: value, unit: 'days' }, verdict: amount };
	if (operator.startsWith('string_')) return { slot: { value }, verdict: text };
	const isListed = code.startsWith('list:');
	if (operator === 'in' || operator === 'not_in') {
		const verdict =
			of === record || of === customUser ? records : of === text ? list : severalOf(of);
		return { slot: isListed ? { choices: value } : { value }, verdict };
	}
	return { slot: isListed ? { choice: by('value', value) } : { value }, verdict: of };
}

const sentBy = ({ requests }: Outcome, field: string): IDataObject | undefined =>
	requests
		.map(({ body }) => ((body as IDataObject | undefined)?.filter ?? {}) as IDataObject)
		.findLast((filter) => filter.field === field);

function problemOf(
	{ field, operator }: Case,
	verdict: Verdict,
	outcome: Outcome,
): string | undefined {
	const sent = sentBy(outcome, field);
	const { message = '', description = '' } = outcome;
	if (sent === undefined) {
		if (!/condition 1/i.test(`${message} ${description}`))
			return `refused without its place: ${message}`;
		return typeof verdict === 'object'
			? `has to be sent as ${JSON.stringify(verdict.sends)}, but was refused: ${message}`
			: undefined;
	}
	if (verdict === 'refused' || verdict === 'nothing')
		return `has to be refused, but was sent: ${JSON.stringify(sent)}`;
	if (verdict === undefined || isRelative(operator)) return undefined;
	const [start] = Array.isArray(sent.values) ? sent.values : [];
	const held = operator === 'time_range' ? start : (sent.value ?? sent.values);
	return JSON.stringify(held) === JSON.stringify(verdict.sends)
		? undefined
		: `has to be sent as ${JSON.stringify(verdict.sends)}, but was: ${JSON.stringify(held)}`;
}

const fields = new Map(cases.map(({ kind, field }) => [`${kind}: ${field}`, { kind, field }]));

test.each([...fields])('%s', async (_, { kind, field }) => {
	const problems: string[] = [];
	for (const type of [...Object.keys(CUSTOM), 'datetime']) {
		const options = ['select', 'multiselect'].includes(type) ? ['vip', 'billing'] : undefined;
		storeCustomField(
			pylon.sim.state,
			'issue',
			[`a_${type}`, `A ${type}`, type, options],
			'2026-01-01T00:00:00Z',
		);
	}
	for (const one of cases.filter((other) => other.kind === kind && other.field === field)) {
		const { slot, verdict } = placeOf(one);
		const outcomes = await outcomesOf(
			pylon.sim,
			node,
			{
				resource: SEARCHED_RESOURCES[kind],
				operation: 'search',
				limit: 1,
				...(kind === 'customObjects' ? { customObjectType: 'subscription' } : {}),
				conditions: { condition: [{ field: one.code, operator: one.operator, ...slot }] },
			},
			VALUES,
		);
		for (const [index, value] of VALUES.entries()) {
			const expected = (NOTHING as readonly unknown[]).includes(value) ? 'refused' : verdict(value);
			const problem = problemOf(one, expected, outcomes[index]);
			if (problem !== undefined)
				problems.push(`${one.operator} ${JSON.stringify(value) ?? String(value)}: ${problem}`);
		}
	}
	expect(problems).toEqual([]);
});
