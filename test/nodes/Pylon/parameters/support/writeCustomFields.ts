import type { IDataObject, INodeParameters, ResourceMapperField } from 'n8n-workflow';

import { Pylon } from '../../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../../sandbox/pylon';
import { storeCustomField } from '../../../../../sandbox/pylon/seed/customFields';
import { runNode } from '../../../../support/engine';
import { openMapper } from '../../../../support/loadOptions';
import { byId } from '../../../../support/locator';
import type { PylonUnderTest } from '../../../../support/pylon';

export const { globex } = seedIds.accounts;

/**
 * Gives accounts a field of each type that the seeded ones leave out.
 * @param pylon whose workspace gets the fields
 */
export function addOtherTypes({ sim }: PylonUnderTest): void {
	const at = '2026-01-01T00:00:00Z';
	storeCustomField(sim.state, 'account', ['discount', 'Discount', 'decimal'], at);
	storeCustomField(sim.state, 'account', ['handover', 'Handover', 'datetime'], at);
	storeCustomField(sim.state, 'account', ['wiki', 'Wiki', 'url'], at);
	storeCustomField(sim.state, 'account', ['crm_tier', 'CRM tier', 'boolean'], at);
	storeCustomField(sim.state, 'account', ['odds', 'Odds', 'select', ['even', 'odd, or so']], at);
}

/**
 * @param pylon whose custom fields
 * @returns what the mapper of an account stores with the node: nothing chosen yet
 */
export async function schemaOf({ credentials }: PylonUnderTest): Promise<ResourceMapperField[]> {
	const { fields } = await openMapper(new Pylon(), 'getCustomFields', credentials, {
		resource: 'account',
		operation: 'update',
	});
	return fields.map((field) => ({ ...field, removed: true }));
}

/**
 * @param schema what the mapper stores; not changed
 * @param ids slugs of fields
 * @returns the schema after a user has added these fields
 */
export const withAdded = (schema: ResourceMapperField[], ...ids: string[]): ResourceMapperField[] =>
	schema.map((field) => (ids.includes(field.id) ? { ...field, removed: false } : field));

export interface Written {
	/** `custom_fields` of the request; undefined when there were none. */
	sent?: unknown;
	/** What Pylon then has. */
	stored?: IDataObject;
	message?: string;
	description?: string | null;
	/** How many requests changed something. */
	changes: number;
}

/**
 * Updates the account Globex, whose custom fields the test has emptied.
 * @param pylon whose account
 * @param parameters of the update
 * @param json of the one item
 * @param timezone of the workflow
 * @returns what was sent and stored, and the words of the error
 */
export async function write(
	pylon: PylonUnderTest,
	parameters: INodeParameters,
	json: IDataObject = {},
	timezone = 'Europe/Berlin',
): Promise<Written> {
	const { state } = pylon.sim;
	pylon.sim.resetLog();
	const { error } = await runNode({
		node: new Pylon(),
		parameters: {
			resource: 'account',
			operation: 'update',
			accountId: byId(globex),
			...parameters,
		},
		items: [{ json }],
		timezone,
		credentials: pylon.credentials,
	});
	const changes = pylon.sim.requests.filter(({ method }) => method === 'PATCH');
	return {
		sent: (changes[0]?.body as IDataObject | undefined)?.custom_fields,
		stored: state.accounts.get(globex)?.custom_fields as IDataObject | undefined,
		message: error?.message,
		description: (error as { description?: string } | undefined)?.description,
		changes: changes.length,
	};
}

/**
 * Takes the seeded values of Globex away, so that a test sees only its own.
 * @param pylon whose account
 * @param custom_fields what it has instead, by slug, as Pylon sends it
 * @throws Error when the account is not seeded
 */
export function emptyFields({ sim: { state } }: PylonUnderTest, custom_fields = {}): void {
	const account = state.accounts.get(globex);
	if (!account) throw new Error('Not seeded');
	state.accounts.set(globex, { ...account, custom_fields });
}
