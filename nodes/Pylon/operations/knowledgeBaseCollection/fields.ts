import type { INodeProperties } from 'n8n-workflow';
import { texts } from '../../parameters/texts/commonTextFields';

export const description: INodeProperties = {
	...texts.description,
	placeholder: 'e.g. Invoices, plans and payment',
	description: 'What readers find in the collection',
};

export const slug: INodeProperties = {
	...texts.slug,
	placeholder: 'e.g. billing',
	description: 'The name of the collection in its URL',
};
