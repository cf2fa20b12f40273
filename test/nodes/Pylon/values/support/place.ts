import { type IDataObject, type INodeParameters, type INodeProperties } from 'n8n-workflow';

/** A parameter of an operation, wherever it stands. */
export interface Place {
	/** E.g. `issue.create`. */
	operation: string;
	/** E.g. `additionalFields.tags`. */
	path: string[];
	property: INodeProperties;
	/** Where it stands: `top`, the name of its collection, or `group` for a part of one. */
	within: string;
	/** What messages may call it: the parameter, or what it is a part of. */
	displayNames: string[];
	/** The operation's parameters with this one in it, read from the item. */
	parameters: INodeParameters;
}

export const VALUE = '={{ $json.v }}';

/** Entries of groups of fields that Pylon would take, by the name of the parameter: a part of each is put to the test. */
export const ENTRIES: Record<string, IDataObject> = {
	approvalOptions: {},
	channels: { channelId: 'C1', mirrorChannelId: 'C2', source: 'slack' },
	customFields: { slug: 'plan', kind: 'single', value: 'monthly' },
	customSource: { externalId: 'post-1' },
	emails: { email: 'new@globex.example' },
	externalIds: { externalId: 'crm-1' },
	externalIssues: { externalIssueId: 'northwind/app/1', source: 'github' },
	formFields: { fieldLabel: 'Way', fieldType: 'text' },
	limitWaitTime: {},
	messages: { message: 'Hello' },
	queryParameters: { name: 'media', value: 'none' },
	selectOptions: { label: 'Gold' },
	translations: { language: 'de', title: 'Titel', content: '<p>Text</p>' },
};

/** Read by their own tests: search.test.ts. */
export const SKIPPED = ['conditions', 'requestOptions'];

/** For parameters that have to be filled in once another one has a certain value. */
export const SAMPLES: IDataObject = {
	fromEmail: 'support@northwind.example',
	smsPhoneNumberId: 'phone-1',
	text: 'export',
	whatsappAppId: 'app-1',
	whatsappTemplateLanguage: 'en',
	whatsappTemplateName: 'hello',
};

/**
 * @param property a parameter
 * @param value what it is to have
 * @returns the value as the editor stores it: a record picker wraps it
 */
export const asParameter = ({ type }: INodeProperties, value: unknown) =>
	type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value;

/**
 * @param property a parameter
 * @returns further parameters, besides resource and operation, with values for which this one is shown
 */
export function conditionsOf({ displayOptions }: INodeProperties): IDataObject {
	return Object.fromEntries(
		Object.entries(displayOptions?.show ?? {})
			.filter(
				([name, values]) =>
					!['resource', 'operation'].includes(name) &&
					!name.startsWith('/') &&
					typeof values?.[0] !== 'object',
			)
			.map(([name, values]) => [name, values?.[0]]),
	) as IDataObject;
}
