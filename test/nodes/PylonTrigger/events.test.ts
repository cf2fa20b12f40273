import {
	customTemplate,
	eventNamed,
	events,
	payloadTemplates,
} from '../../../nodes/PylonTrigger/events';
import { asId } from '../../../nodes/PylonTrigger/fieldPath';

/** Names that are certain (see events.ts), of IDs only. */
const CERTAIN = new Set(['issue.id', 'issue.last_message.id']);

const variablesIn = (template: string) =>
	[...template.matchAll(/\{+([^{}"]+)\}+/g)].map(([, name]) => name);

test.each([
	...events.map(({ value, template }) => [value, template]),
	['your_event_name', customTemplate],
])(
	'the template of %s is JSON with a literal event, and variables that are certain',
	(value, template) => {
		expect(variablesIn(template).filter((name) => !CERTAIN.has(name))).toEqual([]);
		const filled = JSON.parse(
			template.replace(/\{\{[a-z_.]+\}\}/g, '1f0c9a7e-0000-4000-8000-000000000001'),
		) as Record<string, string>;
		expect(filled.event).toBe(value);
	},
);

test('names and values are there once each', () => {
	expect(new Set(events.map(({ value }) => value)).size).toBe(events.length);
	expect(new Set(events.map(({ name }) => name)).size).toBe(events.length);
	expect(Object.keys(payloadTemplates)).toEqual(events.map(({ value }) => value));
});

test.each(
	events
		.filter(({ about }) => about !== 'issue')
		.map(({ value, about, template }) => [value, about, template]),
)('the template of %s asks for an ID in words that pass for none', (_, about, template) => {
	const left = (JSON.parse(template) as Record<string, string>)[`${about}_id`];
	expect(left).toContain('REPLACE');
	expect(asId(left)).toBeUndefined();
});

test('an event is found by its value only', () => {
	expect(eventNamed('issue_created')?.name).toBe('Issue Created');
	for (const value of ['Issue Created', 'toString', '__proto__', undefined, 1, null])
		expect(eventNamed(value)).toBeUndefined();
});
