import type { BodyOf, Handlers, RequestContext } from '../context';
import { badField, duplicate, notFound } from '../errors';
import { wholeList } from '../pagination';
import type { AccountRecord } from '../records';
import type { RelationshipRecord } from '../records/account';
import type { State } from '../state';
import { pathAccount } from './accounts';
import { needRecord } from './shared';

function present(tie: RelationshipRecord) {
	return { ...tie, related_object_id: tie.parent_account_id };
}

/** The parent or partner lists its child accounts too (openapi.yaml, `subaccount_ids`). */
function setSubaccounts(
	state: State,
	parentId: string,
	change: (ids: readonly string[]) => string[],
): void {
	const parent = state.accounts.get(parentId) as AccountRecord;
	state.accounts.set(parentId, { ...parent, subaccount_ids: change(parent.subaccount_ids) });
}

const tiesOf = (state: State, id: string) =>
	state.relationships
		.newestFirst()
		.filter((tie) => [tie.child_account_id, tie.parent_account_id].includes(id));

/**
 * "The path account is the child or client" (openapi.yaml). Which relationships exclude each other is not documented;
 * stricter reading: two accounts have one at most.
 */
function addTie(context: RequestContext<BodyOf<'createAccountRelationship'>>): RelationshipRecord {
	const { state, timestamp } = context;
	const child = pathAccount(context);
	const { related_object_id: parentId, relationship_type } = context.body;
	needRecord(state.accounts, 'related_object_id', parentId, 'account');
	if (parentId === child.id)
		throw badField('related_object_id', 'an account cannot be tied to itself');
	const existing = tiesOf(state, child.id).find((tie) =>
		[tie.child_account_id, tie.parent_account_id].includes(parentId),
	);
	if (existing) throw duplicate('related_object_id', parentId, existing.id);
	const tie: RelationshipRecord = {
		id: state.newId('relationship'),
		child_account_id: child.id,
		parent_account_id: parentId,
		relationship_type,
		created_at: timestamp,
		updated_at: timestamp,
	};
	state.relationships.set(tie.id, tie);
	setSubaccounts(state, parentId, (ids) => [...new Set([...ids, child.id])]);
	return tie;
}

export const accountRelationships = {
	createAccountRelationship: (context) => ({ data: present(addTie(context)) }),
	getAccountRelationships: (context) =>
		wholeList(tiesOf(context.state, pathAccount(context).id).map(present)),
	deleteAccountRelationship: (context) => {
		const { state, params } = context;
		const { id } = pathAccount(context);
		const tie = tiesOf(state, id).find((one) => one.id === params.relationship_id);
		if (!tie) throw notFound('Relationship');
		state.relationships.delete(tie.id);
		setSubaccounts(state, tie.parent_account_id, (ids) =>
			ids.filter((one) => one !== tie.child_account_id),
		);
		return { data: present(tie) };
	},
} satisfies Handlers;
