import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { domainKey, readDomains } from '../../../shared/input';
import { listChange } from '../../parameters/lists/listChangeField';
import { account } from '../../records/account';
import { listOf } from '../../records/simplified/simplifyHelpers';
import type { ListEntry, ListKind } from '../../parameters/lists/listChange';
import { tagList, textList } from '../../parameters/lists/listKinds';
import { wrongInput } from '../../parameters/values';
import { fieldText, isRecord } from '../../../shared/client/envelope';
import { channels, readChannels } from './channels';
import { domains, subaccountIds, tags } from './fields';

/**
 * With domains, exactly one is primary (openapi.yaml, `CreateAccountRequest`). When that one is removed, the node does not
 * choose another by itself.
 */
const domainList: ListKind = {
	...textList({ displayName: 'Domains', property: 'domains', read: readDomains, keyOf: domainKey }),
	beside: (context, body, list, { primary_domain: primary }) => {
		const [first] = list;
		if (first === undefined || body.primary_domain !== undefined) return;
		if (typeof primary !== 'string' || primary === '') body.primary_domain = first.value;
		else if (!list.some(({ key }) => key === domainKey(primary))) {
			throw wrongInput(
				context,
				`'Domains' would lose '${primary}', the primary domain of the account`,
				"Nothing was changed. Add 'Primary Domain' under 'Update Fields' with a domain that stays, or keep this one.",
			);
		}
	},
};

/** Recorded accounts have it, though Pylon's document of July 2026 does not (docs/pylon-api-notes.md#account-keys). */
const subaccountList = textList({
	displayName: 'Subaccounts',
	property: 'subaccount_ids',
	records: account,
	mustBeSent: true,
});

const toChannel = (value: IDataObject): ListEntry => ({
	key: `${fieldText(value.source)} ${fieldText(value.channel_id)}`,
	value: Object.fromEntries(
		Object.entries(value).filter(([, part]) => part !== null),
	) as IDataObject,
});

const isPrimary = ({ value }: ListEntry): boolean => (value as IDataObject).is_primary === true;

/** One channel is the account's main one: when such a channel is added, the others no longer are. */
const channelList: ListKind = {
	displayName: 'Channels',
	property: 'channels',
	read: (context, values) => readChannels(context, values).map(toChannel),
	of: ({ channels: present }) =>
		present === undefined ? undefined : listOf(present).filter(isRecord).map(toChannel),
	meeting: (present, added) =>
		toChannel({ ...(present.value as IDataObject), ...(added.value as IDataObject) }),
	settled: (list, added) => {
		const primary = added.find(isPrimary)?.key;
		return list.map((entry) =>
			primary === undefined || entry.key === primary || !isPrimary(entry)
				? entry
				: toChannel({ ...(entry.value as IDataObject), is_primary: false }),
		);
	},
};

export const channelsChange: INodeProperties = listChange(channelList, {
	name: 'channels',
	description: 'Chat channels shared with the account; a channel is known by its ID and source',
	values: channels,
});

export const domainsChange: INodeProperties = listChange(domainList, {
	name: 'domains',
	description:
		"Email domains of the account's people, each without https://. If the account has no primary domain, the first one added becomes it; to remove the primary domain, name another under 'Primary Domain'",
	values: domains,
});

export const subaccountsChange: INodeProperties = listChange(subaccountList, {
	name: 'subaccountIds',
	description: 'The accounts below this one (for a partner: the accounts that it looks after)',
	values: subaccountIds,
});

export const tagsChange: INodeProperties = listChange(tagList, {
	name: 'tags',
	description: 'What the account is tagged with',
	values: tags,
});

/** For 'Create or Update', which reads the account itself. */
export const tagsOfUpsert: INodeProperties = listChange(
	tagList,
	{ name: 'tags', description: 'What the account is tagged with', values: tags },
	false,
);
