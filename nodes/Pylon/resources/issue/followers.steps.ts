import { toList } from '../../steps/lists';
import { wrongInput } from '../../steps/values';
import { beforeSending } from '../../transport/plan';

/**
 * The body of `POST /issues/{id}/followers`, which adds or removes by its `operation` (openapi.yaml, `addIssueFollowers`).
 * @param operation what becomes of the users and contacts named
 */
export const followersInBody = (operation: 'add' | 'remove') =>
	beforeSending(function (request) {
		const users = toList(this, this.getNodeParameter('userIds', ''), 'Users');
		const contacts = toList(this, this.getNodeParameter('contactIds', ''), 'Contacts');
		if (users.length + contacts.length === 0) {
			throw wrongInput(
				this,
				"'Users' and 'Contacts' are both empty",
				'Fill in at least one of them. If they hold expressions, check that the incoming item has the fields that they read.',
			);
		}
		request.body = {
			operation,
			...(users.length > 0 ? { user_ids: users } : {}),
			...(contacts.length > 0 ? { contact_ids: contacts } : {}),
		};
	});
