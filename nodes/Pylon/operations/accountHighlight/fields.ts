import type { INodeProperties } from 'n8n-workflow';
import { moment } from '../../parameters/moments/momentField';
import { picker } from '../../parameters/record/recordField';
import { freeTextInBody } from '../../parameters/texts/body';

/** Pylon cannot list highlights: their IDs come from `Create`. */
export const accountHighlightId = picker(
	'Account Highlight',
	'accountHighlightId',
	"The highlight to work with. Its ID is in what 'Create' returns.",
);

export const contentHtml: INodeProperties = {
	displayName: 'Content (HTML)',
	name: 'contentHtml',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. <p>Renewal is at risk: call before replying.</p>',
	description: 'What everybody who works with the account should know, as HTML',
	routing: { send: { type: 'body', property: 'content_html', preSend: [freeTextInBody('content_html', 'Content (HTML)')] } },
};

export const expiresAt = moment({
	displayName: 'Expires At',
	name: 'expiresAt',
	property: 'expires_at',
	description: 'When the highlight goes away',
});
