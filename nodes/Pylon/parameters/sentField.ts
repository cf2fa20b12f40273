import type { INodeProperties, NodePropertyTypes, PreSendAction } from 'n8n-workflow';

/** What is said of a field, each thing once: how it looks in the editor, and what Pylon's API calls it. */
export interface SentField extends Omit<INodeProperties, 'default' | 'routing' | 'type'> {
	/** Of the body or the query, as in openapi.yaml, e.g. `avatar_url`; with a dot within an object of the body. */
	property: string;
	/** Where the value goes to. Default: the body. */
	to?: 'body' | 'query';
}

/** The same without a choice of where the value goes to. */
export type BodyField = Omit<SentField, 'to'>;

/** Makes the `preSend` that reads a value where n8n has put it into the request; `inBody` makes such ones. */
export type ReadSent = (property: string, displayName: string) => PreSendAction;

/**
 * A parameter whose value goes into the request: what the builders of each kind of field are made of (`textField`,
 * `booleanField`, `momentField` …). Name, label and property reach the editor, the request and the messages from here.
 * @param type of the input in the editor
 * @param standard its default
 * @param field what is said of it
 * @param read what reads its value, in this order. None: switches, choices and numbers are read by their type
 * (`description/readParameters.ts`), and what remains is read by the operation.
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
