import type { IExecuteSingleFunctions } from 'n8n-workflow';
import {
	CHECK_EXPRESSION,
	CHECK_EXPRESSIONS,
	findChoice,
	isBlank,
	readChoice,
	readList,
	readText,
} from '../../shared/input';
import { bodyOf, shown, wrongInput } from '../parameters/values';
import { ItemState } from '../run/itemState';
import type { Step } from '../run/operationPlan';
import { externalIdLabelIn } from './identifiers';
import { STRATEGIES, type Strategy } from './strategies';
import { keyOf, type IdentifierValue, type Identifier, type UpsertKind } from './upsertKind';
import { sharedByItems } from './lookUps';

/** What an item says about the record to create or update. */
export interface UpsertInput {
	/** The identifiers that the record is found by, in order; at least one. */
	matchBy: IdentifierValue[];
	/** Identifiers that the record is to have, but is not found by. */
	others: IdentifierValue[];
	strategy: Strategy;
}

/** Kept by the step that `identifiersGiven` makes. */
export const upsertInput = new ItemState<UpsertInput>();

/** @returns undefined when the parameter is empty: not every item has every identifier, or a name */
function readOrNone(
	context: IExecuteSingleFunctions,
	name: string,
	displayName: string,
	read = readText,
): string | undefined {
	const value = context.getNodeParameter(name, '') as unknown;
	return isBlank(value) ? undefined : read(value, displayName);
}

function readIdentifier(
	context: IExecuteSingleFunctions,
	identifier: Identifier,
): IdentifierValue | undefined {
	const text = readOrNone(context, identifier.name, identifier.displayName, identifier.read);
	return text === undefined ? undefined : { identifier, value: text, key: keyOf(identifier, text) };
}

const readStrategy = (context: IExecuteSingleFunctions): Strategy =>
	readChoice(
		context.getNodeParameter('ifSeveralMatch', 'allAgree') as unknown,
		'If Several Match',
		STRATEGIES,
	);

function readOrder(context: IExecuteSingleFunctions, { identifiers }: UpsertKind): Identifier[] {
	const standard = identifiers.map(({ name }) => name);
	const names = readList(context.getNodeParameter('matchBy', standard), 'Match By');
	const choices = identifiers.map((identifier) => ({
		name: identifier.displayName,
		value: identifier.name,
	}));
	const unknown = names.find((name) => findChoice(name, choices) === undefined);
	if (names.length > 0 && unknown === undefined) {
		return [
			...new Set(
				names.flatMap(
					(name) => identifiers.find((one) => one.name === findChoice(name, choices)?.value) ?? [],
				),
			),
		];
	}
	throw wrongInput(
		context,
		unknown === undefined ? "'Match By' is empty" : "'Match By' has an unknown identifier",
		`${unknown === undefined ? 'Choose' : `It is ${shown(unknown)}. Use`} one or more of: ${identifiers.map(({ name }) => name).join(', ')}.`,
	);
}

/**
 * @param kind the kind of record that is created or updated
 * @returns a step of 'Create or Update'. It reads the identifiers and how to match by them, keeps them in `upsertInput`,
 * puts the name into the body (the record gets it whatever it is matched by), and announces what the item looks for. It
 * throws a NodeOperationError when the item has no identifier, and a WrongInput when a value cannot be read.
 */
export const identifiersGiven = (kind: UpsertKind): Step =>
	function (request) {
		const given = kind.identifiers.flatMap((identifier) => readIdentifier(this, identifier) ?? []);
		const order = readOrder(this, kind);
		const matchBy = order.flatMap(
			(identifier) => given.find((one) => one.identifier === identifier) ?? [],
		);
		if (matchBy.length === 0) {
			const names = order.map(({ displayName }) => `'${displayName}'`);
			throw wrongInput(
				this,
				`There is no identifier to match by: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} empty`,
				`Fill in at least one of them. ${names.length === 1 ? CHECK_EXPRESSION : CHECK_EXPRESSIONS}`,
			);
		}
		const strategy = readStrategy(this);
		// It is only written with an external ID, but a label that cannot be used is always refused.
		externalIdLabelIn(this);
		const name = readOrNone(this, 'name', 'Name');
		if (name !== undefined) bodyOf(request).name = name;
		sharedByItems(this, kind).lookUps.announce(matchBy);
		upsertInput.set(request, {
			matchBy,
			others: given.filter((one) => !matchBy.includes(one)),
			strategy,
		});
	};
