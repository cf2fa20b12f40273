import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { RecordKind } from '../records/recordKind';
import type { PylonRequest } from '../../shared/client/pylonRequest';
import type { Call } from '../run/operationPlan';

/** Something that a record is found by, such as its email. */
export interface Identifier {
	/** Name of the parameter, e.g. `email`; also a value of 'Match By'. */
	name: string;
	displayName: string;
	/** Whether only one record can have the same value: Pylon refuses a second one. */
	isUnique: boolean;
	/** Reads the value of the parameter; default: reads it as text. */
	read?: (value: unknown, displayName: string) => string;
	/** Returns the text by which two values are compared; default: the value itself. */
	keyOf?: (value: string) => string;
	/** @returns the values that a record of Pylon has */
	of: (record: IDataObject) => string[];
	/** Puts the value into the body, beside the values that the record has; `record` is undefined where one is created. */
	addTo: (
		body: IDataObject,
		value: string,
		record: IDataObject | undefined,
		context: IExecuteSingleFunctions,
	) => void;
}

/** A kind of record that 'Create or Update' knows. */
export interface UpsertKind {
	record: RecordKind;
	/** @returns the request that reads one record */
	byId: (id: string) => PylonRequest;
	/** In the order in which the node matches by them unless the user says otherwise. */
	identifiers: Identifier[];
	/**
	 * Asks Pylon for the records that have one of the identifiers, which may be several items'. Other records in the answer do
	 * no harm: they are known from then on by their unique identifiers.
	 */
	find: (call: Call, lookedFor: IdentifierValue[]) => Promise<IDataObject[]>;
	/** Names of the identifiers of which one request of `find` takes many values. Each value of another identifier is a request. */
	searched: readonly string[];
	/**
	 * Whether one request finds by all identifiers. Otherwise they are looked for one after the other until a record is found:
	 * Pylon itself refuses a unique identifier that belongs to another record.
	 */
	findsAllAtOnce: boolean;
	simplified: (record: IDataObject) => IDataObject;
}

/** An identifier with a value. */
export interface IdentifierValue {
	identifier: Identifier;
	value: string;
	/** Made of identifier and value, for maps. */
	key: string;
}

/**
 * @param identifier tells which values Pylon takes for the same
 * @param value as the user gave it or as Pylon sent it
 * @returns the key of the value; the same for all values that Pylon takes for the same
 */
export const keyOf = ({ name, keyOf: own = (value) => value }: Identifier, value: string): string =>
	`${name} ${own(value)}`;

/**
 * @param record a record of Pylon
 * @param given an identifier with its value
 * @returns whether the record has it
 */
export const has = (record: IDataObject, { identifier, key }: IdentifierValue): boolean =>
	identifier.of(record).some((value) => keyOf(identifier, value) === key);

/** @returns e.g. `Email 'ada@example.com'` */
export const named = ({ identifier, value }: IdentifierValue): string =>
	`${identifier.displayName} '${value}'`;
