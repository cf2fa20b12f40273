import { booleanField } from '../../parameters/choices/choiceFields';
import { collections } from '../../parameters/collections';
import { required, texts } from '../../parameters/texts/commonTextFields';
import type { Operation } from '../operation';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create feature request',
	description: 'Record a feature that customers ask for',
	effect: 'writesInternally',
	request: { method: 'POST', url: '/feature-requests' },
	safeToRepeat: false,
	fields: [
		required.contentTitle,
		{
			...collections.additionalFields,
			options: [
				{
					...texts.description,
					typeOptions: { rows: 4 },
					placeholder: 'e.g. Managers want to print reports',
					description: 'Why customers need the feature',
				},
				booleanField({
					displayName: 'Find Evidence',
					name: 'shouldAutoFetchEvidence',
					property: 'should_auto_fetch_evidence',
					default: true,
					description:
						'Whether to have Pylon find issues and calls in which customers ask for the feature',
				}),
			],
		},
	],
};
