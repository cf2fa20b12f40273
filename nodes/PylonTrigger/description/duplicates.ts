import type { INodeProperties } from 'n8n-workflow';

export const duplicates: INodeProperties[] = [
	{
		displayName: 'Drop Duplicates',
		name: 'dropDuplicates',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			"Whether to drop a delivery that was received before (it gets 200). Reliable if one n8n process receives all webhooks of this workflow, best effort if several do: then let the load balancer send its URL to one of them, or count 'deliveryKey' in Redis. Nothing is dropped while testing.",
	},
];
