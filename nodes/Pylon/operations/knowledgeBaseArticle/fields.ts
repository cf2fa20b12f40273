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
		description:
			"The text of the article, written as 'Format' says: HTML unless you choose Markdown or plain text",
	},
	articleFormat,
);

export const changedContent = optionalMessageFields(
	{
		...CONTENT,
		description:
			"The new text of the draft, as HTML unless you add 'Content Format'. To show it to readers at once, add 'Publish New Content'.",
	},
	'html',
);

const LANGUAGE = {
	displayName: 'Language',
	name: 'language',
	property: 'language',
	placeholder: 'e.g. de',
};

/** What is read: in the query. */
export const languageToRead = textField({
	...LANGUAGE,
	to: 'query',
	description: 'One of the languages of the knowledge base. Without it, its default language.',
});

/** What is changed: in the body. */
export const languageToChange = textField({
	...LANGUAGE,
	description:
		'The translation whose title and content are changed. Without it, the default language.',
});

export const unlisted = booleanField({
	displayName: 'Unlisted',
	name: 'isUnlisted',
	property: 'is_unlisted',
	default: true,
	description: 'Whether only people who have the link find the article',
});

export const reviewerUserIds = recordListField({
	noun: 'Reviewer',
	name: 'reviewerUserIds',
	property: 'reviewer_user_ids',
	loadOptionsMethod: 'getUsers',
	description: 'Users who are set up as reviewers of the knowledge base',
	kind: user,
});
