import type { IDataObject, INodePropertyOptions, INodeType } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import type { ReceivedRequest } from '../../../../sandbox/pylon';
import { toolTypeOf } from '../../../support/aiTool';
import { withPylon } from '../../../support/pylon';
import { loadNode } from '../../../support/nodeTypes';
import { choiceLabel, kindOf } from './support/kinds';
import { OPERATIONS } from './support/operations';
import { type Place } from './support/place';
import { type Verdict } from './support/plainKinds';
import { outcomesOf, outcomesOneByOne, type Outcome } from './support/run';
import { NOTHING, VALUES, WORDS_FOR_NOTHING } from './support/values';
import { placesOf } from './support/walk';

/**
 * Every parameter of every operation gets every value. What has to come of it stands in the tables
 * of docs/values.md, which `support/kinds.ts` spells out; the code is not asked.
 */
const pylon = withPylon();
const node = loadNode(new Pylon());

/** Operations that create: what is nothing there is left out of a collection, but no switch and no choice. */
const CREATES =
	/\.(create|createIfNoneOpen|createThread|upsert|importIssue|importContact|uploadContent)$/;

const shownOf = (value: unknown) =>
	value === undefined
		? 'undefined'
		: typeof value === 'number'
			? String(value)
			: JSON.stringify(value);

/** What is never sent, whatever the parameter. */
const NEVER = [
	/\[object Object\]/,
	/1970-01/,
	/"undefined"|=undefined|\/undefined(\/|$)/,
	/"NaN"|=NaN|\/NaN(\/|$)/,
	/\p{Surrogate}/u,
];

const sentBy = ({ path, query, body }: ReceivedRequest): string =>
	`${decodeURIComponent(path)} ${JSON.stringify(query)} ${JSON.stringify(body ?? null)}`;

function deepHas(held: unknown, wanted: unknown): boolean {
	if (JSON.stringify(held) === JSON.stringify(wanted)) return true;
	if (typeof held !== 'object' || held === null) return false;
	return Object.values(held).some((one) => deepHas(one, wanted));
}

/** Whether a request holds a value: in its path, its query, or anywhere in its body. */
function holds(request: ReceivedRequest, wanted: unknown): boolean {
	const list = Array.isArray(wanted) ? wanted : [wanted];
	const inPath = request.path.split('/').map(decodeURIComponent);
	if (deepHas(request.body, wanted) || list.every((one) => inPath.includes(String(one))))
		return true;
	// A form has line breaks of its own.
	if (deepHas(JSON.parse(JSON.stringify(request.body ?? null).replace(/\\r\\n/g, '\\n')), wanted))
		return true;
	const inQuery = Object.values(request.query ?? {})
		.flat()
		.map(String);
	// A list of objects holds its texts one by one.
	return list.every((one) => inQuery.includes(String(one)) || deepHas(request.body, one));
}

/** What is said instead of a name where several parameters can be meant, or the file behind an address. */
const SAID_INSTEAD = ['nothing to change', 'no identifier to match', "'File URL'"];

/** Whether the value itself goes into the request: not what says how to answer, nor a switch of a group, which Pylon gets when it is on. */
const isSent = ({ property: { name, type, routing }, within }: Place): boolean =>
	routing?.send?.property !== undefined ||
	!['boolean', 'number', 'options'].includes(type) ||
	(within === 'group' && type === 'options' && name !== 'kind');

/** Operations whose items share what they have found, so that a second one may need no request. */
const SHARES = /^(\w+\.upsert|issue\.createIfNoneOpen|attachment\.download)$/;

const isChoice = ({ property: { type } }: Place) => type === 'boolean' || type === 'options';

/** Fields that others ask for, or that do nothing alone. */
const NEEDED_BY_OTHERS = /^(allowedAgentIds|visibleTeamIds|visibleUserIds|externalIdLabel)$/;

/** What nothing at all comes to, by where the parameter stands; undefined where the parameter itself may be empty. */
function verdictOnNothing(place: Place, value: unknown): Verdict {
	const { operation, within, property } = place;
	const isUntouched = value === '';
	if (property.name === 'ifEmpty') return 'refused';
	if (isChoice(place) && (within !== 'top' || !isUntouched))
		return within === 'group' && isUntouched && property.type === 'options' ? undefined : 'refused';
	if (within === 'top') return property.required === true ? 'refused' : undefined;
	if (within === 'group') return undefined;
	if (['ccEmails', 'bccEmails'].includes(property.name))
		return value === null || value === undefined ? 'refused' : undefined;
	// Some fields that others ask for, such as who sees a macro, are then missed by those.
	const isNeeded = NEEDED_BY_OTHERS.test(property.name);
	if (within === 'additionalFields' && CREATES.test(operation))
		return isNeeded ? undefined : 'nothing';
	return property.routing === undefined ? undefined : 'refused';
}

/** @returns what is wrong with an outcome; undefined when nothing is */
function problemOf(place: Place, verdict: Verdict, outcome: Outcome): string | undefined {
	const { message = '', description = '', requests } = outcome;
	const last = requests.at(-1);
	for (const request of requests) {
		const broken = NEVER.find((pattern) => pattern.test(sentBy(request)));
		if (broken !== undefined) return `sent ${String(broken)}: ${sentBy(request)}`;
		if (request.method === 'PATCH' && Object.keys((request.body ?? {}) as IDataObject).length === 0)
			return 'sent an empty change';
	}
	const isUnsent = requests.length === 0;
	if (isUnsent && message === '') {
		if (verdict === 'refused') return 'has to be refused, but was taken';
		return SHARES.test(place.operation) ? undefined : 'sent nothing, and said nothing';
	}
	const said = `${message} ${description}`.toLowerCase();
	const isNamed = [...place.displayNames, ...SAID_INSTEAD].some((name) =>
		said.includes(name.toLowerCase().replace(/s?( \(json\))?$/, '')),
	);
	if (isUnsent && !isNamed) return `refused without the parameter's name: ${message}`;
	if (verdict === 'refused' && !isUnsent)
		return `has to be refused, but was sent: ${sentBy(last as ReceivedRequest)}`;
	if (verdict === 'nothing' && isUnsent) return `has to be left out, but was refused: ${message}`;
	if (typeof verdict === 'object') {
		if (isUnsent) return `has to be sent as ${shownOf(verdict.sends)}, but was refused: ${message}`;
		if (!isSent(place)) return undefined;
		if (message !== '' && requests.every(({ method }) => method === 'GET')) return undefined;
		// Create or Update writes nothing that the record has already.
		const isThere = place.operation.endsWith('.upsert') && deepHas(outcome.output, verdict.sends);
		if (!isThere && !requests.some((request) => holds(request, verdict.sends)))
			return `has to be sent as ${shownOf(verdict.sends)}, but was: ${sentBy(last as ReceivedRequest)}`;
	}
	return undefined;
}

const valuesFor = ({ property }: Place): unknown[] =>
	property.type === 'options' && property.typeOptions?.loadOptionsMethod === undefined
		? [...VALUES, choiceLabel((property.options as INodePropertyOptions[])[0])]
		: VALUES;

/** One question is asked for all items of a run. */
const ASKS_ONCE = 'issue.sendAndWait';

const isNothing = (value: unknown) => (NOTHING as readonly unknown[]).includes(value);

test.each(OPERATIONS)('$name', async ({ resource, operation, name }) => {
	const problems: string[] = [];
	for (const place of placesOf(pylon.sim, node, resource, operation)) {
		const kind = kindOf(place.property, name);
		if (kind === undefined) continue;
		const values = valuesFor(place);
		const run = name === ASKS_ONCE ? outcomesOneByOne : outcomesOf;
		const outcomes = await run(pylon.sim, node, place.parameters, values);
		pylon.sim.resetState();
		for (const [index, value] of values.entries()) {
			const verdict = isNothing(value)
				? verdictOnNothing(place, value)
				: kind(value) === 'nothing'
					? verdictOnNothing(place, null)
					: kind(value);
			const problem = problemOf(place, verdict, outcomes[index]);
			if (problem !== undefined)
				problems.push(`${place.path.join('.')} = ${shownOf(value)}: ${problem}`);
		}
	}
	expect(problems).toEqual([]);
});

const asTool: INodeType = toolTypeOf(new Pylon());

/** As a model would write nothing into a parameter that is read from its arguments. */
const SAID_FOR_NOTHING = ['', ' ', '[]', '["none"]', ...WORDS_FOR_NOTHING];

const isAChoice = ({ property: { type, options = [] } }: Place, value: string): boolean =>
	type === 'options' &&
	(options as INodePropertyOptions[]).some(({ name, value: own }) =>
		[name, String(own)].some((one) => one.toLowerCase() === value.toLowerCase()),
	);

/** Words within a body of JSON, and parts of a group of fields that are texts of their own, are no arguments. */
const NO_ARGUMENT = /^(apiRequest|attachment)\./;

test.each(OPERATIONS)('$name, called by a model', async ({ resource, operation, name }) => {
	const problems: string[] = [];
	for (const place of placesOf(pylon.sim, node, resource, operation)) {
		if (
			kindOf(place.property, name) === undefined ||
			NO_ARGUMENT.test(name) ||
			place.within === 'group'
		)
			continue;
		const outcomes = await outcomesOf(pylon.sim, asTool, place.parameters, SAID_FOR_NOTHING);
		pylon.sim.resetState();
		for (const [index, word] of SAID_FOR_NOTHING.entries()) {
			if (isAChoice(place, word)) continue;
			const { message = '', requests } = outcomes[index];
			const found = requests.find(
				(request) => word.trim() !== '' && (holds(request, word) || holds(request, [word])),
			);
			const isOptional =
				place.within !== 'top' &&
				place.property.required !== true &&
				!NEEDED_BY_OTHERS.test(place.property.name);
			const where = `${place.path.join('.')} = ${shownOf(word)}`;
			if (found !== undefined) problems.push(`${where}: sent ${sentBy(found)}`);
			else if (
				isOptional &&
				message.includes(`'${place.property.displayName}'`) &&
				requests.length === 0
			)
				problems.push(`${where}: refused: ${message}`);
			else if (!isOptional && place.property.required === true && requests.length > 0)
				problems.push(`${where}: taken`);
		}
	}
	expect(problems).toEqual([]);
});
