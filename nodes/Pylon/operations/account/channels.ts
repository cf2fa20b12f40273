import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { readChoice, readSwitch, readText, readUrl } from '../../../shared/input';
import { partIn } from '../../parameters/ifEmpty';
import { checkPart, entriesOf, groupField } from '../../parameters/groups/groupField';

interface Entry {
	channelId?: unknown;
	channelName?: unknown;
	channelUrl?: unknown;
	isInternal?: unknown;
	isPrimary?: unknown;
	mirrorChannelId?: unknown;
	mirrorSource?: unknown;
	source?: unknown;
}

const DEFAULTS: Entry = {
	isInternal: false,
	isPrimary: false,
	mirrorSource: 'slack',
	source: 'slack',
};

/**
 * @param context the item's context
 * @param given as the editor stores it: `{ channel: [{ channelId, source, … }] }`
 * @returns the channels as Pylon takes them: `[{ channel_id, source, … , mirror_to? }]`
 * @throws WrongInput when an entry names no channel, or another part of it cannot be read
 */
export function readChannels(context: IExecuteSingleFunctions, given: unknown): IDataObject[] {
	return entriesOf(given, 'channel').map((entry) => {
		const { channelId, isInternal, isPrimary, mirrorSource, source } = {
			...DEFAULTS,
			...entry,
		} as Entry;
		const channelName = partIn(context, entry, 'channelName', 'Channel Name');
		const channelUrl = partIn(context, entry, 'channelUrl', 'Channel URL');
		const mirrorChannelId = partIn(context, entry, 'mirrorChannelId', 'Mirror to Channel ID');
		const mirror = readChoice(mirrorSource, 'Mirror to Source', SOURCES);
		checkPart(channelId, 'Channels', 'Channel ID');
		return {
			channel_id: readText(channelId, 'Channel ID'),
			source: readChoice(source, 'Source', SOURCES),
			...(channelName === undefined ? {} : { channel_name: readText(channelName, 'Channel Name') }),
			...(channelUrl === undefined ? {} : { channel_url: readUrl(channelUrl, 'Channel URL').href }),
			...(readSwitch(isInternal, 'Internal') ? { is_internal: true } : {}),
			...(readSwitch(isPrimary, 'Primary') ? { is_primary: true } : {}),
			...(mirrorChannelId === undefined
				? {}
				: {
						mirror_to: {
							channel_id: readText(mirrorChannelId, 'Mirror to Channel ID'),
							source: mirror,
						},
					}),
		};
	});
}

const SOURCES = [
	{ name: 'Discord', value: 'discord' },
	{ name: 'Microsoft Teams', value: 'microsoft_teams' },
	{ name: 'Slack', value: 'slack' },
];

/** The chat channels that belong to an account (openapi.yaml, `Channel`). */
export const channels = groupField({
	displayName: 'Channels',
	name: 'channels',
	property: 'channels',
	placeholder: 'Add Channel',
	description: 'Chat channels shared with the account',
	read: readChannels,
	entry: {
		name: 'channel',
		displayName: 'Channel',
		values: [
			{
				displayName: 'Channel ID',
				name: 'channelId',
				type: 'string',
				default: '',
				placeholder: 'e.g. C0123456789',
				description: 'For Microsoft Teams: ID of the team, a vertical bar, ID of the channel',
			},
			{
				displayName: 'Channel Name',
				name: 'channelName',
				type: 'string',
				default: '',
				placeholder: 'e.g. ext-globex',
			},
			{
				displayName: 'Channel URL',
				name: 'channelUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://northwind.slack.com/archives/C0123456789',
			},
			{
				displayName: 'Internal',
				name: 'isInternal',
				type: 'boolean',
				default: false,
				description: 'Whether only your own people are in the channel',
			},
			{
				displayName: 'Mirror to Channel ID',
				name: 'mirrorChannelId',
				placeholder: 'e.g. D0123456789',
				type: 'string',
				default: '',
				description: 'Another channel that shows the same messages. Empty for none.',
			},
			{
				displayName: 'Mirror to Source',
				name: 'mirrorSource',
				type: 'options',
				default: 'slack',
				description: "Where the channel of 'Mirror to Channel ID' lives",
				options: SOURCES,
			},
			{
				displayName: 'Primary',
				name: 'isPrimary',
				type: 'boolean',
				default: false,
				description: "Whether this is the account's main channel",
			},
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				default: 'slack',
				description: 'Where the channel lives',
				options: SOURCES,
			},
		],
	},
});
