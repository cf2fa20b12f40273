import { textField } from '../../parameters/texts/textField';
import { recordListField } from '../../parameters/record/recordListField';
import { user } from '../../records/user';
import { booleanField } from '../../parameters/choices/choiceFields';
import {
	articleFormat,
	messageFields,
	optionalMessageFields,
} from '../../parameters/message/messageFields';

const CONTENT = {
	displayName: 'Content',
	name: 'content',
	property: 'body_html',
	placeholder: 'e.g. <p>Open Settings and choose Export.</p>',
};

export const content = messageFields(
	{
		...CONTENT,
		description: "The text of the article, in the chosen 'Format' (HTML by default)",
	},
	articleFormat,
);

export const changedContent = optionalMessageFields(
	{
		...CONTENT,
		description:
			"The new draft text, as HTML unless you add 'Content Format'. To publish it right away, add 'Publish New Content'.",
	},
	'html',
);

const LANGUAGE = {
	displayName: 'Language',
	name: 'language',
	property: 'language',
	placeholder: 'e.g. de',
};

/** The language to read, in the query. */
export const languageToRead = textField({
	...LANGUAGE,
	to: 'query',
	description: 'A language of the knowledge base. By default, its default language is used.',
});

/** The language to change, in the body. */
export const languageToChange = textField({
	...LANGUAGE,
	description: 'Language of the translation to update. By default, the default language is used.',
});

export const unlisted = booleanField({
	displayName: 'Unlisted',
	name: 'isUnlisted',
	property: 'is_unlisted',
	default: true,
	description: 'Whether only people with the link can open the article',
});

export const reviewerUserIds = recordListField({
	noun: 'Reviewer',
	name: 'reviewerUserIds',
	property: 'reviewer_user_ids',
	loadOptionsMethod: 'getUsers',
	description:
		'The users to ask for a review, who must be set up as reviewers of the knowledge base',
	kind: user,
});
