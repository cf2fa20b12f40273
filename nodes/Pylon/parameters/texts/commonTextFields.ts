import type { INodeProperties } from 'n8n-workflow';
import { freeTextField, textField } from './textField';

/** Texts that records of several resources have; an operation adds its `placeholder`, and `required` where the text is. */
export const texts = {
	/** May be empty, where Pylon can empty it. */
	description: freeTextField({
		displayName: 'Description',
		name: 'description',
		property: 'description',
		cleared: '',
	}),
	name: textField({
		displayName: 'Name',
		name: 'name',
		property: 'name',
	}),
	slug: textField({
		displayName: 'Slug',
		name: 'slug',
		property: 'slug',
	}),
	title: textField({
		displayName: 'Title',
		name: 'title',
		property: 'title',
	}),
} satisfies Record<string, INodeProperties>;

const named = (text: INodeProperties, placeholder: string): INodeProperties => ({
	...text,
	required: true,
	placeholder,
});

/** For a new record. The same object for several resources is one property of the node (`propertiesOf`). */
export const required = {
	contentTitle: named(texts.title, 'e.g. Export as PDF'),
	issueTitle: named(texts.title, 'e.g. Export stops at 1,000 rows'),
	personName: named(texts.name, 'e.g. Ada Example'),
	workName: named(texts.name, 'e.g. Onboarding Globex'),
};
