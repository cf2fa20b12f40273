import type { IPollFunctions } from 'n8n-workflow';

import { readOutput } from '../Pylon/records/simplified/readOutput';
import type { OutputChoice } from '../Pylon/records/simplified/shapeRecord';
import {
	emptyInput,
	readChoice,
	readList,
	readSwitch,
	readWholeNumber,
	reading,
} from '../shared/input';

/** What a user has set in the node, with every value in the type that it should have. */
export interface Settings {
	event: string;
	/** How many items one poll may return. */
	maxRecords: number;
	/** How far a poll looks back behind the last one. */
	overlapMs: number;
	/** Whether messages that customers do not see count too. */
	withNotes: boolean;
	/** Whether only messages from contacts count. */
	customersOnly: boolean;
	/** Types of the surveys whose responses count; undefined for all. */
	surveyTypes?: Set<string>;
	/** The form of an item's issue, account or contact. */
	output: OutputChoice;
}

/** Least, most and default values. The description repeats the defaults, and description.test.ts compares them. */
export const LIMITS = {
	maxRecords: { displayName: 'Max Records per Poll', min: 1, max: 10_000, standard: 500 },
	overlap: { displayName: 'Overlap (Seconds)', min: 0, max: 86_400, standard: 120 },
} as const;

/** The options that are switches. */
export const SWITCHES = {
	includeInternalNotes: 'Include Internal Notes',
	customersOnly: 'From Customers Only',
} as const;

/** The surveys that can be chosen. */
export const SURVEY_TYPES = {
	displayName: 'Survey Types',
	options: [
		{ name: 'CSAT', value: 'csat' },
		{ name: 'Custom', value: 'custom' },
		{ name: 'NPS', value: 'nps' },
	],
};

function wholeNumber(context: IPollFunctions, name: keyof typeof LIMITS): number {
	const { displayName, min, max, standard } = LIMITS[name];
	const given = context.getNodeParameter(`options.${name}`, standard) as unknown;
	return readWholeNumber(
		given,
		displayName,
		[min, max],
		`Change '${displayName}' under 'Options'.`,
	);
}

const isOn = (context: IPollFunctions, name: keyof typeof SWITCHES): boolean =>
	readSwitch(context.getNodeParameter(`options.${name}`, false), SWITCHES[name]);

function surveyTypes(context: IPollFunctions): Settings['surveyTypes'] {
	const { displayName, options } = SURVEY_TYPES;
	const name = 'options.surveyTypes';
	const given = readList(context.getNodeParameter(name, []), displayName);
	const chosen = given.map((one) => readChoice(one, displayName, options));
	if (chosen.length > 0) return new Set(chosen);
	// The editor keeps a list that was left empty as a list; anything else is an expression that returns nothing.
	if (Array.isArray(context.getNodeParameter(name, [], { rawExpressions: true }))) return undefined;
	throw emptyInput(displayName);
}

/**
 * Reads the parameters except for the filter.
 * @param context the context of the poll
 * @returns the settings
 * @throws NodeOperationError when a value is out of range or none of the choices; what n8n throws when an expression cannot
 * be evaluated
 */
export const readSettings = (context: IPollFunctions): Settings =>
	reading(context, () => ({
		event: String(context.getNodeParameter('event', '')),
		maxRecords: wholeNumber(context, 'maxRecords'),
		overlapMs: wholeNumber(context, 'overlap') * 1000,
		withNotes: isOn(context, 'includeInternalNotes'),
		customersOnly: isOn(context, 'customersOnly'),
		surveyTypes: surveyTypes(context),
		output: readOutput((name, standard) => context.getNodeParameter(name, standard as string)),
	}));
