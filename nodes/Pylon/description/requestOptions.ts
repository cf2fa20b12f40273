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
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'automatic',
					description: 'More while Pylon answers, fewer when it asks for fewer calls',
				},
				{ name: '1 (One After the Other)', value: 1 },
				{ name: '5', value: 5 },
				{ name: '20', value: 20 },
			],
			default: 'automatic',
			description:
				'How many items are worked on at the same time. With an expression, any number from 1 to 20.',
		},
	],
};
