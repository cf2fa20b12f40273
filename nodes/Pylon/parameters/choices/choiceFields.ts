import type { INodeProperties } from 'n8n-workflow';
import type { Choice } from '../../../shared/input';
import { sentField, type BodyField, type ReadSent, type SentField } from '../sentField';
import { openChoiceInBody, textInBody } from '../texts/body';

/**
 * @param field its label, name and Pylon's property (see `SentField`), and `default`: the position of the switch when it is
 * added, mostly the one for which people add it
 * @returns a switch
 */
export const booleanField = ({
	default: standard,
	...field
}: SentField & { default: boolean }): INodeProperties => sentField('boolean', standard, field);

/**
 * @param field its label, name and Pylon's property (see `SentField`), and the choices
 * @returns a field for one of a few choices that Pylon has and nobody can add to
 */
export const optionsField = ({
	default: standard,
	...field
}: SentField & { default: string; options: Choice[] }): INodeProperties =>
	sentField('options', standard, field);

/**
 * @param field its label, name and Pylon's property (see `SentField`), and the choices that every workspace has
 * @returns a field for one of a few choices to which a workspace can add its own, which the user gives by expression
 */
export const openOptionsField = ({
	default: standard,
	...field
}: BodyField & { default: string; options: Choice[] }): INodeProperties =>
	sentField('options', standard, field, openChoiceInBody(field.options));

/** The parts of a field whose choices come from Pylon. */
interface LoadedOptions extends Omit<BodyField, 'displayName' | 'options' | 'typeOptions'> {
	/** What is chosen, e.g. `Role`. */
	noun: string;
	/** Name of the method that fetches the entries (editor/loadOptions.ts). */
	loadOptionsMethod: string;
	/** In sentences, without the last full stop. */
	description: string;
	/** The value at first; default: none is chosen. */
	default?: string;
	/** Reads the value; default: reads it as text. */
	read?: ReadSent;
}

/**
 * @param field what is chosen, its name and Pylon's property, and where the entries come from
 * @returns a field for one of the choices that the workspace itself has defined, from a list that comes from Pylon
 */
export const loadedOptionsField = ({
	noun,
	loadOptionsMethod,
	description,
	default: standard = '',
	read = textInBody,
	...field
}: LoadedOptions): INodeProperties =>
	sentField(
		'options',
		standard,
		{
			displayName: `${noun} Name or ID`,
			...field,
			typeOptions: { loadOptionsMethod },
			description: `${description}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
		read,
	);
