import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'openapi-backend';
import { parse } from 'yaml';
import { once } from './once';

/** An operation of openapi.yaml with the extensions that the simulated Pylon reads. */
export interface DocumentOperation {
	operationId: string;
	/** Calls a minute that the real Pylon allows per endpoint (`x-rate-limit-basis`: some confirmed, some derived). */
	'x-rate-limit-per-minute': number;
	/** What the id in an issue's path may be, where it may be more than the UUID. */
	'x-accepts'?: string[];
	/** Searches only: filter fields and the operators each of them takes. */
	'x-filterable-fields'?: Record<string, string[]>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** `{type: object, allOf: [X], nullable: true}` refuses null in a JSON Schema validator, since X does: say it inline. */
function inlineNullableReferences(node: unknown, schemas: Record<string, unknown>): void {
	if (!isObject(node)) return;
	if (node.nullable === true && Array.isArray(node.allOf) && node.allOf.length === 1) {
		const [only] = node.allOf as Array<{ $ref: string }>;
		delete node.allOf;
		Object.assign(node, structuredClone(schemas[only.$ref.split('/').pop() as string]), {
			nullable: true,
		});
	}
	for (const child of Object.values(node)) inlineNullableReferences(child, schemas);
}

/**
 * Pylon ignores properties that it does not know; declared.ts takes them out of a body before it is checked. What the
 * option `strict` leaves there is refused, and so is what openapi.yaml does not have in a reply, so that a misspelled
 * name is noticed.
 */
function refuseUnknownProperties(node: unknown): void {
	if (!isObject(node)) return;
	if (
		node.type === 'object' &&
		isObject(node.properties) &&
		node.additionalProperties === undefined
	) {
		node.additionalProperties = false;
	}
	for (const child of Object.values(node)) refuseUnknownProperties(child);
}

interface PylonDocument {
	paths: Record<string, Partial<Record<(typeof METHODS)[number], DocumentOperation>>>;
	components: {
		schemas: Record<string, unknown> & {
			Filter: { properties: { subfilters: { items: unknown } } };
		};
	};
}

function load(): PylonDocument {
	const document = parse(readFileSync(join(__dirname, 'openapi.yaml'), 'utf8')) as PylonDocument;
	const { schemas } = document.components;
	// The filter tree refers to itself, which the validator cannot unfold; filters.ts checks its inner levels.
	schemas.Filter.properties.subfilters.items = { type: 'object' };
	inlineNullableReferences(schemas, schemas);
	refuseUnknownProperties(document);
	return document;
}

const loaded = once('document', load);

/** The OpenAPI document of this folder, prepared for validation. Loaded once per process; not to be changed. */
export const document = loaded as unknown as Document;

/** Every operation of the document by its operationId, with its method (upper case) and path template. */
export const operations = new Map<
	string,
	{ method: string; path: string; operation: DocumentOperation }
>();

for (const [path, item] of Object.entries(loaded.paths)) {
	for (const method of METHODS) {
		const operation = item[method];
		if (operation)
			operations.set(operation.operationId, { method: method.toUpperCase(), path, operation });
	}
}
