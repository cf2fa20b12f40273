import type { INodeProperties } from 'n8n-workflow';
import { deliveryInBody } from './create.steps';

/** `destination_metadata` of `POST /issues` (openapi.yaml, `DestinationMetadata`), one parameter after the other. */
export const deliveryFields: INodeProperties[] = [
	{
		displayName: 'Delivery',
		name: 'delivery',
		type: 'options',
		noDataExpression: true,
		default: 'internal',
		description: 'How the message reaches the requester',
		options: [
			{
				name: 'Customer Portal',
				value: 'customer_portal',
				routing: { send: { preSend: [deliveryInBody('customer_portal', {})] } },
			},
			{
				name: 'Email',
				value: 'email',
				routing: {
					send: {
						preSend: [
							deliveryInBody('email', {
								email: { parameter: 'fromEmail', displayName: 'From Email', isEmailAddress: true },
								email_ccs: { parameter: 'ccEmails', displayName: 'CC', list: true },
								email_bccs: { parameter: 'bccEmails', displayName: 'BCC', list: true },
							}),
						],
					},
				},
			},
			{
				name: 'In-App Chat',
				value: 'in_app_chat',
				routing: {
					send: {
						preSend: [
							deliveryInBody('in_app_chat', {
								chat_widget_app_id: {
									parameter: 'chatWidgetAppId',
									displayName: 'Chat Widget App ID',
									optional: true,
								},
							}),
						],
					},
				},
			},
			{ name: 'None (Internal Note)', value: 'internal' },
			{
				name: 'Slack',
				value: 'slack',
				routing: { send: { preSend: [deliveryInBody('slack', {})] } },
			},
			{
				name: 'SMS',
				value: 'sms',
				routing: {
					send: {
						preSend: [
							deliveryInBody('sms', {
								from_sms_phone_number_id: {
									parameter: 'smsPhoneNumberId',
									displayName: 'From SMS Phone Number ID',
								},
							}),
						],
					},
				},
			},
			{
				name: 'WhatsApp',
				value: 'whatsapp',
				routing: {
					send: {
						preSend: [
							deliveryInBody('whatsapp', {
								whatsapp_app_id: { parameter: 'whatsappAppId', displayName: 'WhatsApp App ID' },
								whatsapp_message_template_name: {
									parameter: 'whatsappTemplateName',
									displayName: 'Template Name',
								},
								whatsapp_message_template_language: {
									parameter: 'whatsappTemplateLanguage',
									displayName: 'Template Language',
								},
							}),
						],
					},
				},
			},
		],
	},
	{
		displayName:
			'Nobody is contacted: the message stays an internal note in Pylon. To reach the requester, choose another delivery.',
		name: 'internalNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { delivery: ['internal'] } },
	},
	{
		displayName: 'From Email',
		name: 'fromEmail',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. support@example.com',
		displayOptions: { show: { delivery: ['email'] } },
		description: 'Address that the message comes from. It has to be one that is set up in Pylon.',
	},
	{
		displayName: 'CC',
		name: 'ccEmails',
		type: 'string',
		default: '',
		placeholder: 'e.g. boss@example.com, team@example.com',
		displayOptions: { show: { delivery: ['email'] } },
		description: 'Addresses separated by commas, or an expression that yields an array',
	},
	{
		displayName: 'BCC',
		name: 'bccEmails',
		type: 'string',
		default: '',
		displayOptions: { show: { delivery: ['email'] } },
		description: 'Addresses separated by commas, or an expression that yields an array',
	},
	{
		displayName: 'Chat Widget App ID',
		name: 'chatWidgetAppId',
		type: 'string',
		default: '',
		displayOptions: { show: { delivery: ['in_app_chat'] } },
		description: 'Which chat widget is used, when there are several',
	},
	{
		displayName: 'From SMS Phone Number ID',
		name: 'smsPhoneNumberId',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { delivery: ['sms'] } },
		description: 'ID of the phone number that the message comes from',
	},
	{
		displayName: 'WhatsApp App ID',
		name: 'whatsappAppId',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { delivery: ['whatsapp'] } },
		description: 'ID of the WhatsApp app that is set up in Pylon',
	},
	{
		displayName: 'Template Name',
		name: 'whatsappTemplateName',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { delivery: ['whatsapp'] } },
		description: 'Name of the WhatsApp message template',
	},
	{
		displayName: 'Template Language',
		name: 'whatsappTemplateLanguage',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. en',
		displayOptions: { show: { delivery: ['whatsapp'] } },
		description: 'Language of the WhatsApp message template',
	},
];
