import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * @param parameterName name of the parameter that holds a record's id, e.g. `accountHighlightId`
 * @returns its display name, e.g. `Account Highlight` (a test holds every parameter of a path to this)
 */
export function displayNameOf(parameterName: string): string {
	const words = parameterName.replace(/Id$/, '').replace(/([A-Z])/g, ' $1');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Turns what a user put into an id parameter into an id.
 * @param value a string or number
 * @param displayName of the parameter, for the message
 * @param node for the error
 * @param itemIndex for the error; none in the editor
 * @returns the id without surrounding white space
 * @throws NodeOperationError when it is empty or cannot be an id
 */
export function toId(value: unknown, displayName: string, node: INode, itemIndex?: number): string {
	const id = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
	if (id === undefined || id === null || (typeof id === 'string' && id.trim() === '')) {
		throw new NodeOperationError(node, `'${displayName}' is empty`, {
			itemIndex,
			description: `Fill in '${displayName}'. If it holds an expression, check that the incoming item has the field that the expression reads.`,
		});
	}
	if (typeof id !== 'string') {
		throw new NodeOperationError(node, `'${displayName}' has to be a single ID`, {
			itemIndex,
			description: `It is ${describe(value)}. Put the ID alone into '${displayName}', as text or number.`,
		});
	}
	const trimmed = id.trim();
	// A URL parser takes these two for "here" and "one level up", percent-encoded or not: another endpoint would answer.
	if (trimmed === '.' || trimmed === '..') {
		throw new NodeOperationError(node, `'${displayName}' cannot be '${trimmed}'`, {
			itemIndex,
			description: `Put the ID of a record into '${displayName}'.`,
		});
	}
	return trimmed;
}

function describe(value: unknown): string {
	if (Array.isArray(value)) return `a list with ${value.length} entries`;
	return typeof value === 'object' ? 'an object' : `${typeof value} (${String(value)})`;
}
