import type { INodeProperties } from 'n8n-workflow';

/**
 * Four of these are n8n's own, under its names (n8n-core 2.41, `nodes-loader/constants.js`): n8n adds them to a declarative
 * node, but not to one with a `webhook`, and RoutingNode reads them. n8n shows all of them in the node's settings.
 */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add Option',
	// With no pause at all, n8n answers nobody while it prepares the items (docs/many-items.md).
	default: { batching: { batch: { batchSize: 4, batchInterval: 1 } } },
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			placeholder: 'Add Batching',
			type: 'fixedCollection',
			typeOptions: { multipleValues: false },
			default: { batch: {} },
			options: [
				{
					displayName: 'Batching',
					name: 'batch',
					values: [
						{
							displayName: 'Items per Batch',
							name: 'batchSize',
							type: 'number',
							typeOptions: { minValue: -1 },
							default: 50,
							description:
								'Input will be split in batches to throttle requests. -1 for disabled. 0 will be treated as 1.',
						},
						{
							displayName: 'Batch Interval (Ms)',
							name: 'batchInterval',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 1000,
							description:
								'Time (in milliseconds) between each batch of requests. 0 for disabled. Up to 10, it is only a pause in which n8n can do other work while it prepares the items: nothing is sent before all of them have been checked.',
						},
					],
				},
			],
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
		{
			displayName: 'Longest Wait (Seconds)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600 },
			default: 300,
			description:
				'How long an item may wait in total for the rate limit and for retries before it fails',
		},
		{
			displayName: 'Number of Tries',
			name: 'maxTries',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 4,
			description:
				'How many times a request is sent if Pylon cannot answer. Requests that create or send something are never sent twice. Waits for the rate limit do not count.',
		},
		{
			displayName: 'Proxy',
			name: 'proxy',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://myproxy:3128',
			description:
				'HTTP proxy to use. If authentication is required, it can be defined as follows: http://username:password@myproxy:3128.',
		},
		{
			displayName: 'Requests at Once',
			name: 'concurrency',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'automatic',
					description: 'More while Pylon answers, fewer when Pylon refuses calls',
				},
				{ name: '1 (One After the Other)', value: 1 },
				{ name: '5', value: 5 },
				{ name: '20', value: 20 },
			],
			default: 'automatic',
			description:
				'How many items are processed at the same time. With an expression, any number from 1 to 20.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10000,
			description:
				'Time in ms to wait for the complete response. Without this option, it is 300000 (5 minutes). Uploads get more time in proportion to their size.',
		},
	],
};
