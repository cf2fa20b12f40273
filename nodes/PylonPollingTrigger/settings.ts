import type { IPollFunctions } from 'n8n-workflow';

import { readOutput } from '../Pylon/records/simplified/readOutput';
import { shown, wrongInput } from '../Pylon/parameters/values';
import type { OutputChoice } from '../Pylon/records/simplified/shapeRecord';
import { reading } from '../shared/input';

/** What a user has set in the node, with every value of the type that it should have. */
export interface Settings {
	event: string;
	/** How many happenings one poll may put out. */
	maxRecords: number;
	/** How far a poll looks back behind the last one, in milliseconds. */
	overlapMs: number;
	/** Whether messages that customers do not see count too. */
	withNotes: boolean;
	/** Whether only messages of contacts count. */
	customersOnly: boolean;
	/** Types of the surveys whose responses count; undefined for all. */
	surveyTypes?: Set<string>;
	/** How the issue, account or contact of an item comes out. */
	output: OutputChoice;
}

/** Least, most and standard values; the latter are the defaults of the parameters too. */
export const LIMITS = {
	maxRecords: { displayName: 'Max Records per Poll', min: 1, max: 10_000, standard: 500 },
	overlap: { displayName: 'Overlap (Seconds)', min: 0, max: 86_400, standard: 120 },
} as const;

function wholeNumber(context: IPollFunctions, name: keyof typeof LIMITS): number {
	const { displayName, min, max, standard } = LIMITS[name];
	const given = context.getNodeParameter(`options.${name}`, standard) as unknown;
	const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
		return value;
	throw wrongInput(
		context,
		`'${displayName}' has to be a whole number from ${min} to ${max}`,
		`It is ${shown(given)}. Change '${displayName}' under 'Options'.`,
	);
}

/**
 * Reads the parameters, but for the filter.
 * @throws NodeOperationError when one of them is out of range or none of the choices; what n8n throws when an expression cannot be evaluated
 */
export function readSettings(context: IPollFunctions): Settings {
	const surveyTypes = context.getNodeParameter('options.surveyTypes', []) as unknown;
	const chosen = (Array.isArray(surveyTypes) ? surveyTypes : [surveyTypes])
		.map(String)
		.filter((type) => type !== '');
	return {
		event: String(context.getNodeParameter('event', '')),
		maxRecords: wholeNumber(context, 'maxRecords'),
		overlapMs: wholeNumber(context, 'overlap') * 1000,
		withNotes: context.getNodeParameter('options.includeInternalNotes', false) === true,
		customersOnly: context.getNodeParameter('options.customersOnly', false) === true,
		surveyTypes: chosen.length > 0 ? new Set(chosen) : undefined,
		output: reading(context, () =>
			readOutput((name, standard) => context.getNodeParameter(name, standard as string)),
		),
	};
}
