import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byLabel } from '../../shared/description/byLabel';
import { customTemplate, events, payloadTemplates, type PylonEvent } from '../events';

/** What 'Trigger On' offers. */
export const choices: Array<INodePropertyOptions & { value: string }> = [
	...events.map(({ name, value, description }) => ({ name, value, description })),
	{
		name: 'Any Event',
		value: '*',
		description: 'Everything that passes the verification, even payloads without an event',
	},
	{
		name: 'Custom Event',
		value: 'custom',
		description: 'Events that you name in your own payload templates',
	},
];

const MORE =
	'Pick other variables from the menu that Pylon opens when you type {. Send only IDs: a text with quotes in it could break the JSON, or let a customer change its fields.';

/** What the payload alone does not tell about an event. */
function hintFor({ about, repeats }: PylonEvent): string {
	const pick =
		about === 'issue'
			? ''
			: `Replace the placeholder with the ${about}'s ID: type { in Pylon and pick it from the menu. `;
	const fetched = repeats === 'seenInRecord' ? ", or 'Fetch Record' is set to 'Issue'" : '';
	const repeated = repeats
		? `This event can come again with the same payload, so duplicates of it are not dropped, unless something in it differs each time (a time, for example: see 'Event ID Field' under 'Options')${fetched}. `
		: '';
	return `${pick}${repeated}${MORE}`;
}

function template(
	name: string,
	displayName: string,
	value: string,
	events: string[],
	hint: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { editor: 'jsEditor', editorIsReadOnly: true, rows: value.split('\n').length },
		noDataExpression: true,
		default: value,
		displayOptions: { show: { events } },
		description:
			"Copy it into the 'Send webhook' action in Pylon, unchanged: Pylon replaces the variables in double braces. Editing it here has no effect.",
		hint,
	};
}

const camelCase = (value: string) =>
	value.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Which events start the workflow, and what to paste into Pylon for each of them. */
export const triggerOn: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		default: ['*'],
		options: choices.sort(byLabel(({ name }) => name)),
	},
	{
		displayName: 'Custom Event Names',
		name: 'customEvents',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. vip_waiting, sla_near',
		displayOptions: { show: { events: ['custom'] } },
		description: "Comma-separated values of 'event' in your own payload templates",
	},
	template(
		'payloadTemplate',
		'Payload Template (Example)',
		payloadTemplates.issue_created ?? customTemplate,
		['*'],
		`Give each Pylon trigger its own event name; choose events under 'Trigger On' to see the template for each. ${MORE}`,
	),
	...events.map((event) =>
		template(
			`${camelCase(event.value)}Template`,
			`Payload Template: ${event.name}`,
			event.template,
			[event.value],
			hintFor(event),
		),
	),
	template(
		'customTemplate',
		'Payload Template: Custom Event',
		customTemplate,
		['custom'],
		`Replace your_event_name with one of your custom event names. ${MORE}`,
	),
];
