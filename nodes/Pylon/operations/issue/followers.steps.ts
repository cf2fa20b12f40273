import { contact } from '../../records/contact';
import { user } from '../../records/user';
import { CHECK_EXPRESSIONS, readList } from '../../../shared/input';
import { recordListSteps } from '../../parameters/record/recordListReferences';
import { wrongInput } from '../../parameters/values';
import type { OperationSlots, Step } from '../../run/operationPlan';
import { contactIds, userIds } from './fields';

const followersInBody = (operation: 'add' | 'remove'): Step =>
	function (request) {
		const users = readList(this.getNodeParameter(userIds.name, ''), userIds.displayName);
		const contacts = readList(this.getNodeParameter(contactIds.name, ''), contactIds.displayName);
		if (users.length + contacts.length === 0) {
			throw wrongInput(
				this,
				`'${userIds.displayName}' and '${contactIds.displayName}' are both empty`,
				`Fill in at least one of them. ${CHECK_EXPRESSIONS}`,
			);
		}
		request.body = {
			operation,
			...(users.length > 0 ? { user_ids: users } : {}),
			...(contacts.length > 0 ? { contact_ids: contacts } : {}),
		};
	};

/**
 * @param operation what to do with the named users and contacts
 * @returns the slots of `POST /issues/{id}/followers`, which adds or removes by its `operation` (openapi.yaml,
 * `addIssueFollowers`)
 */
export function changingFollowers(
	operation: 'add' | 'remove',
): Pick<OperationSlots, 'validate' | 'lookUp'> {
	const users = recordListSteps(user, 'user_ids', userIds.displayName);
	const contacts = recordListSteps(contact, 'contact_ids', contactIds.displayName);
	return {
		validate: [followersInBody(operation), users.read, contacts.read],
		lookUp: [users.lookUp, contacts.lookUp],
	};
}
