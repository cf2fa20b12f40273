import type { INodeProperties } from 'n8n-workflow';
import { freeTextInBody, textInBody } from './body';

/** Texts that records of several resources have; an operation adds its `placeholder`, and `required` where it is. */
export const texts = {
	/** May be empty, where it can be taken away again. */
	description: {
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		routing: {
			send: {
				type: 'body',
				property: 'description',
				preSend: [freeTextInBody('description', 'Description', { cleared: '' })],
			},
		},
	},
	name: {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		routing: { send: { type: 'body', property: 'name', preSend: [textInBody('name', 'Name')] } },
	},
	slug: {
		displayName: 'Slug',
		name: 'slug',
		type: 'string',
		default: '',
		routing: { send: { type: 'body', property: 'slug', preSend: [textInBody('slug', 'Slug')] } },
	},
	title: {
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		routing: { send: { type: 'body', property: 'title', preSend: [textInBody('title', 'Title')] } },
	},
} satisfies Record<string, INodeProperties>;

const named = (text: INodeProperties, placeholder: string): INodeProperties => ({
	...text,
	required: true,
	placeholder,
});

/** Of what is created. The same object for several resources is one property of the node (`propertiesOf`). */
export const required = {
	contentTitle: named(texts.title, 'e.g. Export as PDF'),
	issueTitle: named(texts.title, 'e.g. Export stops at 1,000 rows'),
	personName: named(texts.name, 'e.g. Ada Example'),
	workName: named(texts.name, 'e.g. Onboarding Globex'),
};
