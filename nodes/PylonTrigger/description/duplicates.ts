import type { INodeProperties } from 'n8n-workflow';

export const duplicates: INodeProperties[] = [
	{
		displayName: 'Drop Duplicates',
		name: 'dropDuplicates',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			"Whether to drop a delivery that was received before (answered 200). Best effort where several n8n processes receive webhooks: add a Remove Duplicates node on 'deliveryKey' there. Not done while testing.",
	},
];
