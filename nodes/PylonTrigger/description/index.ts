import type { INodeProperties } from 'n8n-workflow';

import { additionalOptions } from './additionalOptions';
import { conditions } from './conditions';
import { duplicates } from './duplicates';
import { record } from './record';
import { setup } from './setup';
import { triggerOn } from './triggerOn';
import { verification } from './verification';

export const properties: INodeProperties[] = [
	...setup,
	...triggerOn,
	...verification,
	...record,
	...conditions,
	...duplicates,
	additionalOptions,
	{
		// For a node of version 1 with options.binaryData, n8n leaves the reading of the body to the node
		// (n8n/dist/webhooks/webhook-helpers.js, parseRequestBody). Otherwise it parses the body first, answers
		// broken JSON and too large bodies itself before any check, and keeps no raw bytes of multipart bodies.
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
