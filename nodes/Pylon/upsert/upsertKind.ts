import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { RecordKind } from '../records/recordKind';
import type { PylonRequest } from '../../shared/client/pylonRequest';
import type { Call } from '../run/operationPlan';

/** Something that a record is found by, such as its email. */
export interface Identifier {
	/** Of the parameter, e.g. `email`; stands in 'Match By', too. */
	name: string;
	displayName: string;
	/** Whether no two records can have the same: Pylon refuses the second. */
	isUnique: boolean;
	/** Reads the value of the parameter. Default: as any text. */
	read?: (value: unknown, displayName: string) => string;
	/** The text by which two values are compared. Default: the value. */
	keyOf?: (value: string) => string;
	/** @returns the values that a record of Pylon has */
	of: (record: IDataObject) => string[];
	/** Puts the value into the body, beside those that the record has; without a record it is to be created. */
	addTo: (
		body: IDataObject,
		value: string,
		record: IDataObject | undefined,
		context: IExecuteSingleFunctions,
	) => void;
}

/** A kind of record that can be created or updated. */
export interface UpsertKind {
	record: RecordKind;
	/** @returns the request that reads one record */
	byId: (id: string) => PylonRequest;
	/** In the standard order. */
	identifiers: Identifier[];
	/**
	 * Asks Pylon for the records that have one of the identifiers, some of which may be other items'; others among them do no
	 * harm, and are known from then on by what is unique.
	 */
	find: (call: Call, lookedFor: Given[]) => Promise<IDataObject[]>;
	/** Names of the identifiers that one request of `find` asks for any number of values of; of the others each value is a request. */
	searched: readonly string[];
	/**
	 * Whether one request finds by all identifiers. Else they are looked for one after the other until one is found: of
	 * unique ones Pylon itself refuses what belongs to another record.
	 */
	findsAllAtOnce: boolean;
	simplified: (record: IDataObject) => IDataObject;
}

/** An identifier with a value. */
export interface Given {
	identifier: Identifier;
	value: string;
	/** Of identifier and value, for maps. */
	key: string;
}

/** @returns the key of a value, alike for all that Pylon takes for the same */
export const keyOf = ({ name, keyOf: own = (value) => value }: Identifier, value: string): string =>
	`${name} ${own(value)}`;

/** @returns whether a record has the identifier */
export const has = (record: IDataObject, { identifier, key }: Given): boolean =>
	identifier.of(record).some((value) => keyOf(identifier, value) === key);

/** @returns e.g. `Email 'ada@example.com'` */
export const named = ({ identifier, value }: Given): string =>
	`${identifier.displayName} '${value}'`;
