import type { INodeProperties } from 'n8n-workflow';
import { deliveryInBody, type DeliveryText } from './steps';

/** A way in which a message reaches the requester, and the texts that it needs. */
interface Delivery {
	name: string;
	value: string;
	texts: DeliveryText[];
}

/** Contacts nobody. Pylon does this without `destination_metadata`, so nothing is sent. */
const INTERNAL = 'internal';

/** `destination_metadata` of `POST /issues` (openapi.yaml, `DestinationMetadata`). */
const DELIVERIES: Delivery[] = [
	{ name: 'Customer Portal', value: 'customer_portal', texts: [] },
	{
		name: 'Email',
		value: 'email',
		texts: [
			{
				displayName: 'From Email',
				name: 'fromEmail',
				property: 'email',
				kind: 'email',
				required: true,
				placeholder: 'e.g. support@example.com',
				description: 'Address to send from. It has to be set up in Pylon.',
			},
			{
				displayName: 'CC',
				name: 'ccEmails',
				property: 'email_ccs',
				kind: 'recipients',
				placeholder: 'e.g. boss@example.com, team@example.com',
				description: 'Addresses separated by commas, or an expression that returns an array',
			},
			{
				displayName: 'BCC',
				name: 'bccEmails',
				placeholder: 'e.g. archive@example.com',
				property: 'email_bccs',
				kind: 'recipients',
				description: 'Addresses separated by commas, or an expression that returns an array',
			},
		],
	},
	{
		name: 'In-App Chat',
		value: 'in_app_chat',
		texts: [
			{
				displayName: 'Chat Widget App ID',
				name: 'chatWidgetAppId',
				placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
				property: 'chat_widget_app_id',
				description: 'The chat widget to use, if you have several',
			},
		],
	},
	{ name: 'None (Internal Note)', value: INTERNAL, texts: [] },
	{ name: 'Slack', value: 'slack', texts: [] },
	{
		name: 'SMS',
		value: 'sms',
		texts: [
			{
				displayName: 'From SMS Phone Number ID',
				name: 'smsPhoneNumberId',
				placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
				property: 'from_sms_phone_number_id',
				required: true,
				description: 'ID of the phone number to send from',
			},
		],
	},
	{
		name: 'WhatsApp',
		value: 'whatsapp',
		texts: [
			{
				displayName: 'WhatsApp App ID',
				name: 'whatsappAppId',
				placeholder: 'e.g. 5f0c9a3e-8a55-4d0c-9a0e-1f1f5b0d2c11',
				property: 'whatsapp_app_id',
				required: true,
				description: 'ID of the WhatsApp app that is set up in Pylon',
			},
			{
				displayName: 'Template Name',
				name: 'whatsappTemplateName',
				placeholder: 'e.g. order_update',
				property: 'whatsapp_message_template_name',
				required: true,
				description: 'Name of the WhatsApp message template',
			},
			{
				displayName: 'Template Language',
				name: 'whatsappTemplateLanguage',
				property: 'whatsapp_message_template_language',
				required: true,
				placeholder: 'e.g. en',
				description: 'Language of the WhatsApp message template',
			},
		],
	},
];

const textField = (
	{ displayName, name, placeholder, required, description }: DeliveryText,
	delivery: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	required,
	displayOptions: { show: { delivery: [delivery] } },
	description,
});

/** The parameters of all deliveries, one after the other. */
export const deliveryFields: INodeProperties[] = [
	{
		displayName: 'Delivery',
		name: 'delivery',
		type: 'options',
		noDataExpression: true,
		default: INTERNAL,
		description: 'How to send the message to the requester',
		options: DELIVERIES.map(({ name, value, texts }) => ({
			name,
			value,
			...(value !== INTERNAL && {
				routing: { send: { preSend: [deliveryInBody(value, texts)] } },
			}),
		})),
	},
	{
		displayName:
			"Nobody is contacted: the message stays an internal note in Pylon. To reach the requester, choose another 'Delivery'.",
		name: 'internalNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { delivery: [INTERNAL] } },
	},
	...DELIVERIES.flatMap(({ value, texts }) => texts.map((text) => textField(text, value))),
];
