import type { INodeProperties } from 'n8n-workflow';
import { emailInQuery, textInQuery } from '../query';
import { sentField, type BodyField, type SentField } from '../sentField';
import { domainInBody, emailInBody, freeTextInBody, idInBody, textInBody } from './body';
import { urlInBody } from './urls';

/** A text that identifies something, such as a name or a slug. */
export const textField = (field: SentField): INodeProperties =>
	sentField('string', '', field, field.to === 'query' ? textInQuery : textInBody);

/**
 * A text that is taken as it was written, such as a description.
 * @param field what is said of it; `cleared`: what Pylon gets in order to empty the text, where it can be emptied
 */
export const freeTextField = ({
	cleared,
	...field
}: BodyField & { cleared?: string }): INodeProperties =>
	sentField('string', '', field, (property, displayName) =>
		freeTextInBody(property, displayName, { cleared }),
	);

/** The ID of something that is no record of Pylon's API. */
export const idField = (field: BodyField): INodeProperties =>
	sentField('string', '', field, idInBody);

/** An address of the web. */
export const urlField = (field: BodyField): INodeProperties =>
	sentField('string', '', field, urlInBody);

/** Of a field at the top of a form: whether it may stay empty, so that nothing is sent. */
interface MayBeEmpty {
	optional?: boolean;
}

/** An email address, which is sent in lower case. */
export const emailField = ({ optional, ...field }: SentField & MayBeEmpty): INodeProperties =>
	sentField(
		'string',
		'',
		field,
		field.to === 'query'
			? emailInQuery
			: (property, displayName) => emailInBody(property, displayName, { optional }),
	);

/** @returns a field for a domain such as `globex.com` */
export const domainField = ({ optional, ...field }: BodyField & MayBeEmpty): INodeProperties =>
	sentField('string', '', field, (property, displayName) =>
		domainInBody(property, displayName, { optional }),
	);
