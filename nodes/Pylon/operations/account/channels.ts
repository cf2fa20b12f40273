import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { bodyOf, wrongInput, type InputContext } from '../../parameters/values';
import { isRecord } from '../../../shared/client/envelope';
import { beforeSending } from '../../run/operationPlan';
import { isOn } from '../../run/tool';

interface Entry {
	channelId?: unknown;
	channelName?: string;
	channelUrl?: string;
	isInternal?: unknown;
	isPrimary?: unknown;
	mirrorChannelId?: string;
	mirrorSource?: string;
	source?: string;
}

/**
 * @param context of the item
 * @param given as the editor stores it: `{ channel: [{ channelId, source, … }] }`
 * @returns `[{ channel_id, source, … , mirror_to? }]`
 * @throws NodeOperationError when an entry names no channel
 */
export function readChannels(context: InputContext, given: unknown): IDataObject[] {
	const list = isRecord(given) ? given.channel : undefined;
	const entries = (Array.isArray(list) ? list : []) as Entry[];
	return entries.map(({ channelId, channelName, channelUrl, isInternal, isPrimary, mirrorChannelId, mirrorSource, source }) => {
		if (typeof channelId !== 'string' || channelId.trim() === '') {
			throw wrongInput(context, "An entry of 'Channels' has no 'Channel ID'", "Fill in 'Channel ID' of each entry, or remove the entry.");
		}
		return {
			channel_id: channelId.trim(),
			source,
			...(channelName ? { channel_name: channelName } : {}),
			...(channelUrl ? { channel_url: channelUrl } : {}),
			...(isOn(isInternal, false) ? { is_internal: true } : {}),
			...(isOn(isPrimary, false) ? { is_primary: true } : {}),
			...(mirrorChannelId ? { mirror_to: { channel_id: mirrorChannelId, source: mirrorSource } } : {}),
		};
	});
}

const channelsInBody = beforeSending(function (request) {
	const body = bodyOf(request);
	body.channels = readChannels(this, body.channels);
});

const SOURCES = [
	{ name: 'Discord', value: 'discord' },
	{ name: 'Microsoft Teams', value: 'microsoft_teams' },
	{ name: 'Slack', value: 'slack' },
];

/** The chat channels that belong to an account (openapi.yaml, `Channel`). */
export const channels: INodeProperties = {
	displayName: 'Channels',
	name: 'channels',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Channel',
	default: {},
	description: 'Chat channels shared with the account',
	routing: { send: { type: 'body', property: 'channels', preSend: [channelsInBody] } },
	options: [
		{
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
	],
};
