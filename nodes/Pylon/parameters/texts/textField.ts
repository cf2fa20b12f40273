import type { INodeProperties } from 'n8n-workflow';
import { emailInQuery, textInQuery } from '../query';
import { sentField, type BodyField, type SentField } from '../sentField';
import { domainInBody, emailInBody, freeTextInBody, idInBody, textInBody } from './body';
import { urlInBody } from './urls';

/**
 * @param field its label, name and Pylon's property (see `SentField`)
 * @returns a field for a text that identifies something, such as a name or a slug
 */
export const textField = (field: SentField): INodeProperties =>
	sentField('string', '', field, field.to === 'query' ? textInQuery : textInBody);

/**
 * @param field its label, name and Pylon's property; `cleared`: what Pylon gets in order to empty the text, where it can be
 * emptied
 * @returns a field for a text that is taken as it was written, such as a description
 */
export const freeTextField = ({
	cleared,
	...field
}: BodyField & { cleared?: string }): INodeProperties =>
	sentField('string', '', field, (property, displayName) =>
		freeTextInBody(property, displayName, { cleared }),
	);

/**
 * @param field its label, name and Pylon's property (see `SentField`)
 * @returns a field for the ID of something that is no record of Pylon's API
 */
export const idField = (field: BodyField): INodeProperties =>
	sentField('string', '', field, idInBody);

/**
 * @param field its label, name and Pylon's property (see `SentField`)
 * @returns a field for an address of the web
 */
export const urlField = (field: BodyField): INodeProperties =>
	sentField('string', '', field, urlInBody);

/** For a field at the top of a form: whether it may stay empty, so that nothing is sent. */
interface MayBeEmpty {
	optional?: boolean;
}

/**
 * @param field its label, name and Pylon's property, and whether it may stay empty
 * @returns a field for an email address, which is sent in lower case
 */
export const emailField = ({ optional, ...field }: SentField & MayBeEmpty): INodeProperties =>
	sentField(
		'string',
		'',
		field,
		field.to === 'query'
			? emailInQuery
			: (property, displayName) => emailInBody(property, displayName, { optional }),
	);

/**
 * @param field its label, name and Pylon's property, and whether it may stay empty
 * @returns a field for a domain such as `globex.com`
 */
export const domainField = ({ optional, ...field }: BodyField & MayBeEmpty): INodeProperties =>
	sentField('string', '', field, (property, displayName) =>
		domainInBody(property, displayName, { optional }),
	);
