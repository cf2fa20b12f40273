import type { INodeProperties } from 'n8n-workflow';
import type { Choice } from '../../../shared/input';
import { sentField, type BodyField, type ReadSent, type SentField } from '../sentField';
import { openChoiceInBody, textInBody } from '../texts/body';

/** A switch. Its `default` is what it stands at when it is added: mostly what it is added for. */
export const booleanField = ({
	default: standard,
	...field
}: SentField & { default: boolean }): INodeProperties => sentField('boolean', standard, field);

/** One of a few choices that Pylon knows and nobody can add to. */
export const optionsField = ({
	default: standard,
	...field
}: SentField & { default: string; options: Choice[] }): INodeProperties =>
	sentField('options', standard, field);

/** One of a few choices to which a workspace can add its own: those are given by expression. */
export const openOptionsField = ({
	default: standard,
	...field
}: BodyField & { default: string; options: Choice[] }): INodeProperties =>
	sentField('options', standard, field, openChoiceInBody(field.options));

/** What the editor shows of a choice from a list that comes from Pylon. */
interface LoadedOptions extends Omit<BodyField, 'displayName' | 'options' | 'typeOptions'> {
	/** What is chosen, e.g. `Role`. */
	noun: string;
	/** Brings the entries (editor/loadOptions.ts). */
	loadOptionsMethod: string;
	/** Sentences without the last full stop. */
	description: string;
	/** Default: none is chosen. */
	default?: string;
	/** How the value is read. Default: as a text. */
	read?: ReadSent;
}

/** One of the choices that the workspace itself has defined, from a list that comes from Pylon. */
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
