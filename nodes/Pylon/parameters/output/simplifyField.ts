import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { simplifyAccount } from '../../records/simplified/account';
import { simplifyArticle } from '../../records/simplified/article';
import { simplifyContact } from '../../records/simplified/contact';
import { simplifyIssue } from '../../records/simplified/issue';
import { simplifyMessage } from '../../records/simplified/message';
import { simplifyTask } from '../../records/simplified/task';
import { beforeSending, shapedBy } from '../../run/operationPlan';
import { readSwitch } from '../../../shared/input';
import { parameterOnce } from '../../run/parameter';

const partOf = (record: IDataObject, keys: string[]): IDataObject =>
	Object.fromEntries(keys.filter((key) => record[key] !== undefined).map((key) => [key, record[key]]));

/**
 * @param context of the item
 * @returns whether it comes out simplified
 * @throws WrongInput when 'Simplify' is neither true nor false
 */
export const isSimplified = (context: IExecuteSingleFunctions): boolean => readSwitch(parameterOnce(context, 'simplify', true), 'Simplify');

/** Refuses another value before anything is sent: afterwards it would be too late. */
export const simplifyIsKnown = beforeSending(function () {
	isSimplified(this);
});

/**
 * What has no id is no record but says what happened, e.g. `{ success: true }`: it stays as it is.
 * @param simplified makes the simple record
 * @param kept what else of the record is put out, as it is
 */
const simplifyBy = (simplified: (record: IDataObject) => IDataObject, ...kept: string[]): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	routing: {
		send: {
			preSend: [
				simplifyIsKnown,
				shapedBy((items, context) => {
					if (!isSimplified(context)) return items;
					return items.map((item) => {
						const { json } = item;
						return json.id === undefined ? item : { ...item, json: { ...simplified(json), ...partOf(json, kept) } };
					});
				}),
			],
		},
	},
});

/** The parameter `simplify`, by the kind of record that the operation puts out, with that which the operation is about. */
export const simplify = {
	account: simplifyBy(simplifyAccount),
	article: simplifyBy(simplifyArticle),
	contact: simplifyBy(simplifyContact),
	importedIssue: simplifyBy(simplifyIssue, 'skipped_attachments'),
	issue: simplifyBy(simplifyIssue),
	linkedIssue: simplifyBy(simplifyIssue, 'external_issues'),
	snoozedIssue: simplifyBy(simplifyIssue, 'snoozed_until_time'),
	message: simplifyBy(simplifyMessage),
	task: simplifyBy(simplifyTask),
};
