import { messageFields, optionalMessageFields } from '../../parameters/message/messageFields';
import { momentField } from '../../parameters/moments/momentField';
import { picker } from '../../parameters/record/recordField';

/** Pylon cannot list highlights: their IDs come from `Create`. */
export const accountHighlightId = picker(
	'Account Highlight',
	'accountHighlightId',
	"The highlight to work with. 'Create' returns its ID.",
);

const CONTENT = {
	displayName: 'Content',
	name: 'content',
	property: 'content_html',
	placeholder: 'e.g. Renewal is at risk: call before replying.',
	description: 'What everyone who works with the account should know',
};

export const content = messageFields(CONTENT);

export const changedContent = optionalMessageFields(CONTENT);

export const expiresAt = momentField({
	displayName: 'Expires At',
	name: 'expiresAt',
	property: 'expires_at',
	description: 'When the highlight disappears',
});
