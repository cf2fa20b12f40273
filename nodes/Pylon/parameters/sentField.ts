import type { INodeProperties, NodePropertyTypes, PreSendAction } from 'n8n-workflow';

/** The parts of a field, each given once: how it looks in the editor, and its name in Pylon's API. */
export interface SentField extends Omit<INodeProperties, 'default' | 'routing' | 'type'> {
	/** Property of the body or the query, as in openapi.yaml, e.g. `avatar_url`; with a dot for one within an object of the body. */
	property: string;
	/** Where the value goes; default: into the body. */
	to?: 'body' | 'query';
}

/** The parts of a field whose value goes into the body. */
export type BodyField = Omit<SentField, 'to'>;

/** Makes the `preSend` that reads a value where n8n has put it into the request; `inBody` makes such functions. */
export type ReadSent = (property: string, displayName: string) => PreSendAction;

/**
 * Makes a parameter whose value goes into the request; the builders of each kind of field use it (`textField`,
 * `booleanField`, `momentField` …). Name, label and property reach the editor, the request and the messages from here.
 * @param type the input's type in the editor
 * @param standard its default
 * @param field its label, name and Pylon's property, and how it looks
 * @param read make the functions that read its value, in this order. Without any, switches, choices and numbers are read by
 * their type (`description/readParameters.ts`), and the operation reads anything else.
 * @returns the parameter
 */
export const sentField = (
	type: NodePropertyTypes,
	standard: INodeProperties['default'],
	{ property, to = 'body', ...looks }: SentField,
	...read: ReadSent[]
): INodeProperties => ({
	...looks,
	type,
	default: standard,
	routing: {
		send: {
			type: to,
			property,
			...(read.length > 0 && { preSend: read.map((one) => one(property, looks.displayName)) }),
		},
	},
});
