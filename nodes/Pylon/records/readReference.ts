import {
	bareEmail,
	CHECK_EXPRESSION,
	isEmail,
	isJsonObject,
	reading,
	readReference,
	readReferenceBy,
	referenceInAddress,
	shown,
	visible,
	WrongInput,
	type ErrorContext,
	type ReferenceKind,
} from '../../shared/input';
import type { RecordKind } from './recordKind';

/** How a picker names its record. */
export interface Named {
	/** `id`, `list` or one of the kind's namings. */
	mode: string;
	value: string;
}

/** Names that can be told from an ID by their form. */
const TOLD_APART: readonly ReferenceKind[] = ['number', 'email', 'domain'];

const namesOf = (kind: RecordKind | undefined): ReferenceKind[] =>
	TOLD_APART.filter((name) => Object.hasOwn(kind?.namings ?? {}, name));

/** An address may name an issue by its number, or any record by its ID. */
function inAddress(value: unknown, displayName: string): Named {
	const read =
		typeof value === 'string' ? referenceInAddress(visible(value), ['number']) : undefined;
	if (read !== undefined) return { mode: read.by, value: read.value };
	throw new WrongInput(
		`'${displayName}' is not the URL of an issue`,
		`It is ${shown(value)}. The URL of an issue looks like https://app.usepylon.com/issues?issueNumber=1042. You can also enter the number or ID of the issue. ${CHECK_EXPRESSION}`,
	);
}

function readMode(mode: string, value: unknown, displayName: string, kind?: RecordKind): Named {
	if (mode === 'id' || mode === 'list') {
		const read = readReference(value, displayName, namesOf(kind));
		return { mode: read.by === 'id' ? mode : read.by, value: read.value };
	}
	if (!Object.hasOwn(kind?.namings ?? {}, mode)) {
		throw new WrongInput(
			`'${displayName}' has an unknown mode`,
			`It is ${shown(mode)}. Choose the record in the editor, or let the expression return its ID.`,
		);
	}
	if (mode === 'url') {
		readReferenceBy(value, displayName, 'externalId');
		return inAddress(value, displayName);
	}
	return { mode, value: readReferenceBy(value, displayName, mode as ReferenceKind) };
}

/**
 * Reads a picker. An expression may yield the bare ID. Where it yields an email address, a domain, or the number or address
 * of an issue instead, that is taken as such if the kind has such names: IDs of Pylon are UUIDs
 * (docs/pylon-api-notes.md#ids).
 * @param context the item's context
 * @param picked the parameter's value: a locator, or what an expression returned instead
 * @param displayName the parameter's display name
 * @param kind the kind of the record, when users may name it in other ways than by ID
 * @returns how the record is named, and its checked ID or name
 * @throws NodeOperationError when the value is empty or names no record
 */
export function readPicked(
	context: ErrorContext,
	picked: unknown,
	displayName: string,
	kind?: RecordKind,
): Named {
	const locator = isJsonObject(picked) && 'value' in picked ? picked : { value: picked };
	const mode =
		'mode' in locator && typeof locator.mode === 'string' && locator.mode !== ''
			? locator.mode
			: 'id';
	return reading(context, () => readMode(mode, locator.value, displayName, kind));
}

/**
 * Reads an entry of a list of records, or the value that a condition compares a record with: an ID, or a name that can be
 * told from an ID by itself (`SeveralNames`).
 * @param context the item's context
 * @param entry without surrounding white space
 * @param displayName the parameter's display name
 * @param kind the kind of the records
 * @returns how the record is named, and its checked ID or name
 * @throws NodeOperationError when the entry is neither
 */
export function readEntry(
	context: ErrorContext,
	entry: string,
	displayName: string,
	kind: RecordKind,
): Named {
	const names = namesOf(kind).filter((name) => kind.namings?.[name]?.several !== undefined);
	return reading(context, () => {
		if (names.includes('email') && entry.includes('@') && !isEmail(bareEmail(entry))) {
			throw new WrongInput(
				`'${displayName}' has an entry that is neither an ID nor an email address`,
				`It is '${entry}'. Enter each ${kind.noun} by its ID, or by one address like ada@example.com.`,
			);
		}
		const { by, value } = readReference(entry, displayName, names);
		return { mode: by, value };
	});
}
