import type { INodeProperties } from 'n8n-workflow';
import { listInQuery } from '../query';
import { sentField, type BodyField, type SentField } from '../sentField';
import { domainsInBody, listInBody, urlsInBody } from './lists';

/**
 * @param field its label, name and Pylon's property (see `SentField`)
 * @returns a field for a list that is written as text with commas, or comes as an array from an expression
 */
export const textListField = (field: SentField): INodeProperties =>
	sentField('string', '', field, field.to === 'query' ? listInQuery : listInBody);

/**
 * @param field see `textListField`
 * @returns the same for addresses of the web
 */
export const urlListField = (field: BodyField): INodeProperties =>
	sentField('string', '', field, urlsInBody);

/**
 * @param field see `textListField`
 * @returns the same for domains
 */
export const domainListField = (field: BodyField): INodeProperties =>
	sentField('string', '', field, domainsInBody);
