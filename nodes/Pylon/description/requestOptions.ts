import type { INodeProperties } from 'n8n-workflow';

/** n8n adds batching, proxy, timeout and TLS to these and shows all of them in the node's settings. */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Longest Wait (Seconds)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600 },
			default: 300,
			description:
				'How long an item may wait in all, when Pylon asks for fewer calls or does not answer, before it is given up',
		},
		{
			displayName: 'Number of Tries',
			name: 'maxTries',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 4,
			description:
				'How often a request is sent when Pylon cannot answer. What creates or sends something is never sent twice. Waiting for a rate limit does not count.',
		},
		{
			displayName: 'Requests at Once',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 5,
			description: 'How many items are worked on at the same time',
		},
	],
};
