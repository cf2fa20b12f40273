import type { Check } from '../check';
import { ai } from './ai';
import { credential } from './credential';
import { editor } from './editor';
import { examples } from './examples';
import { failures } from './failures';
import { loading } from './loading';
import { operations } from './operations';
import { polling } from './polling';
import { waiting } from './waiting';
import { webhooks } from './webhooks';

/** Every check, in the order of the table. The first ones look at n8n as it has started. */
export const checks: readonly Check[] = [
	...loading,
	...webhooks,
	...operations,
	...failures,
	...credential,
	...editor,
	...polling,
	...ai,
	...waiting,
	...examples,
];
