import { toId } from '../transport/path';
import { beforeSending } from '../transport/plan';
import { bodyOf } from './values';

/**
 * A `preSend` for an account picker of an endpoint that takes either `account_id` or `account_external_id`, never both
 * (openapi.yaml, `UpdateContactRequestBody`).
 * @param parameter path of the picker among the node's parameters
 */
export const accountInBody = (parameter: string) =>
	beforeSending(function (request) {
		const body = bodyOf(request);
		const picked = this.getNodeParameter(parameter) as { mode?: string } | string;
		const value = this.getNodeParameter(parameter, '', { extractValue: true });
		const id = toId(value, 'Account', this.getNode(), this.getItemIndex());
		delete body.account_id;
		const isExternal = typeof picked === 'object' && picked?.mode === 'externalId';
		body[isExternal ? 'account_external_id' : 'account_id'] = id;
	});
