import type { INodeParameters, INodeType } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import { events as polled } from '../../../../nodes/PylonPollingTrigger/events';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { events } from '../../../../nodes/PylonTrigger/events';
import { PylonTrigger } from '../../../../nodes/PylonTrigger/PylonTrigger.node';
import { nodeOf } from '../../../support/additionalData';
import { workflowOf } from '../../../support/engine';

/** What n8n writes under a node on the canvas. */
function subtitleOf(type: INodeType, parameters: INodeParameters): unknown {
	const node = nodeOf(type, { parameters }, true);
	const { expression } = workflowOf([node], {}, [type]);
	return expression.getSimpleParameterValue(node, type.description.subtitle, 'internal', {});
}

test('every operation is named as in the lists', () => {
	const type = new Pylon();
	for (const resource of resources) {
		for (const operation of resource.operations) {
			const parameters = { resource: resource.value, operation: operation.value };
			expect(subtitleOf(type, parameters)).toBe(`${operation.name}: ${resource.name}`);
		}
	}
	// Evaluated for every node on the canvas, and stored with the description.
	expect(type.description.subtitle?.length).toBeLessThan(1000);
});

test('a value that is none, as in a workflow written by hand, stands as it is', () => {
	expect(subtitleOf(new Pylon(), { resource: 'issue', operation: 'explode' })).toBe(
		'Explode: Issue',
	);
});

test('the events of the triggers are named as in their lists', () => {
	const webhook = new PylonTrigger();
	expect(subtitleOf(webhook, {})).toBe('Any Event');
	for (const { name, value } of events)
		expect(subtitleOf(webhook, { events: [value, 'custom'] })).toBe(`${name}, Custom Event`);
	for (const { name, value } of polled)
		expect(subtitleOf(new PylonPollingTrigger(), { event: value })).toBe(name);
});
