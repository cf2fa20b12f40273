import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { events } from '../../../nodes/PylonPollingTrigger/events';
import { PylonPollingTrigger } from '../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { LIMITS } from '../../../nodes/PylonPollingTrigger/settings';
import { events as webhookEvents } from '../../../nodes/PylonTrigger/events';
import { fieldsShown } from '../../support/form';
import { openDropDown } from '../../support/loadOptions';
import { withPylon } from '../../support/pylon';

const pylon = withPylon();
const type = new PylonPollingTrigger();
const { properties } = type.description;

const namesShown = (parameters: INodeParameters): string[] =>
	fieldsShown(type, parameters)
		.filter((one) => one.type !== 'hidden')
		.map(({ name }) => name);

const property = (name: string) => properties.find((one) => one.name === name) as INodeProperties;

test('is a polling trigger with the icons, the credential and the codex of the package', () => {
	expect(type.description).toMatchObject({
		name: 'pylonPollingTrigger',
		displayName: 'Pylon Polling Trigger',
		polling: true,
		group: ['trigger'],
		inputs: [],
		credentials: [{ name: 'pylonApi', required: true }],
	});
	const folder = join(__dirname, '../../../nodes');
	const read = (path: string) =>
		JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;
	const codex = read('PylonPollingTrigger/PylonPollingTrigger.node.json');
	expect(codex.node).toBe('n8n-nodes-pylon.pylonPollingTrigger');
	expect(codex.categories).toEqual(read('PylonTrigger/PylonTrigger.node.json').categories);
});

test('"Trigger On" has no tooltip, and its events are in order', () => {
	const { displayName, description, options = [] } = property('event');
	expect([displayName, description]).toEqual(['Trigger On', undefined]);
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
});

test('events that the webhook trigger has too are called the same', () => {
	const known = new Map(webhookEvents.map(({ value, name }) => [value, name]));
	const shared = events.filter(({ value }) => known.has(value));
	expect(shared).toHaveLength(events.length - 1);
	for (const { value, name } of shared) expect(name).toBe(known.get(value));
});

test('the defaults are those that are read where a value is missing', () => {
	const options = property('options').options as INodeProperties[];
	for (const [name, { displayName, min, max, standard }] of Object.entries(LIMITS)) {
		expect(options.find((one) => one.name === name)).toMatchObject({
			displayName,
			default: standard,
			typeOptions: { minValue: min, maxValue: max },
		});
	}
});

test('the filter is shown for the events that have one', () => {
	for (const { value, filterable } of events) {
		const shown = namesShown({ event: value });
		expect(shown.includes('searchText')).toBe(filterable !== undefined);
		expect(shown.includes('conditions')).toBe(filterable !== undefined);
		expect(shown.includes('filterJson')).toBe(false);
		expect(namesShown({ event: value, filterMode: 'json' }).includes('filterJson')).toBe(
			filterable !== undefined,
		);
		expect(shown).toEqual(expect.arrayContaining(['event', 'startNotice', 'options']));
	}
});

test("the fields of a condition are those of the event's search", async () => {
	const offered = async (event: string) =>
		(await openDropDown(type, 'getFilterFields', pylon.credentials, { event })).map(
			({ name }) => name,
		);
	expect(await offered('issue_message')).toContain('State');
	expect(await offered('account_created')).toContain('Domains');
	expect(await offered('contact_created')).toContain('Email');
	expect(await offered('survey_response')).toEqual([]);
});
