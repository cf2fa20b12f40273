import { HookContext } from 'n8n-core';
import type { IHookFunctions, WebhookSetupMethodNames, WorkflowActivateMode } from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { capturing, type LogEntry, setUp, type TriggerOptions } from './webhook';

/** What an activation came to. */
export interface ActivationResult {
	/** The lifecycle methods that ran. */
	called: WebhookSetupMethodNames[];
	/** What stops the activation. */
	error?: Error;
	log: LogEntry[];
}

/**
 * Activates a trigger, or starts "Listen for test event" with mode 'manual', as n8n does: `checkExists`, then
 * `create` when it says no (n8n/dist/webhooks/webhook.service.js, `createWebhookIfNotExists`). n8n gives up the
 * activation with what either of them throws (active-workflow-manager.js, `addWebhooks`).
 *
 * @param options the trigger, and what it is given; `activation` is why n8n activates it
 * @returns which methods ran, and what stops the activation
 */
export async function activateTrigger(
	options: TriggerOptions & { activation?: WorkflowActivateMode },
): Promise<ActivationResult> {
	return await runHooks(options, async (hook) => {
		if (!(await hook('checkExists'))) await hook('create');
	});
}

/**
 * Deactivates a trigger: its `delete`.
 *
 * @param options the trigger, and what it is given
 * @returns which methods ran, and what was thrown
 */
export async function deactivateTrigger(options: TriggerOptions): Promise<ActivationResult> {
	return await runHooks(options, async (hook) => void (await hook('delete')));
}

async function runHooks(
	options: TriggerOptions & { activation?: WorkflowActivateMode },
	steps: (hook: (name: WebhookSetupMethodNames) => Promise<boolean>) => Promise<void>,
): Promise<ActivationResult> {
	const { type, node, workflow, webhookData, mode } = setUp(options);
	const additionalData = additionalDataFor(options.credentials);
	const activation = options.activation ?? (mode === 'manual' ? 'manual' : 'activate');
	const result: ActivationResult = { called: [], log: [] };
	const data = webhookData(additionalData);
	const executeMode = mode === 'manual' ? 'manual' : 'trigger';
	try {
		await steps(async (name) => {
			result.called.push(name);
			const method = type.webhookMethods?.default?.[name];
			const context = new HookContext(
				workflow,
				node,
				additionalData,
				executeMode,
				activation,
				data,
			);
			return (await method?.call(capturing(context, result.log) as IHookFunctions)) ?? false;
		});
	} catch (error) {
		result.error = error as Error;
	}
	return result;
}
