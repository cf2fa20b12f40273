import { NodeConnectionTypes, type INodeParameters, type INodeType, type IWebhookFunctions } from 'n8n-workflow';

import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { readSettings, type Settings } from '../../../nodes/PylonTrigger/settings';
import { callTrigger } from '../../support/webhook';

const read: Settings[] = [];

/** The trigger's own parameters, on a node that only reads them. */
class Reader implements INodeType {
	description = { ...new PylonTrigger().description, outputs: [NodeConnectionTypes.Main] };

	async webhook(this: IWebhookFunctions) {
		read.push(readSettings(this));
		return { webhookResponse: 'read' };
	}
}

async function settingsOf(parameters: INodeParameters): Promise<Settings> {
	const { status, thrown } = await callTrigger({ node: new Reader(), parameters, rawBody: '{}' });
	expect({ status, thrown }).toEqual({ status: 200, thrown: undefined });
	return read.at(-1)!;
}

test('as they are when nothing is set', async () => {
	expect(await settingsOf({})).toEqual({
		verification: { by: 'signature', headerName: '' },
		events: undefined,
		fetch: undefined,
		onFailure: 'run',
		longestWaitMs: 5000,
		conditions: [],
		match: 'all',
		own: undefined,
		retention: { ms: 72 * 3_600_000, count: 500 },
		identity: { eventIdField: '', anyEqualPayload: false },
	});
});

test('as they are when everything is set', async () => {
	const parameters = {
		verification: 'header',
		headerName: ' X-Mine ',
		events: ['issue_created', 'custom'],
		customEvents: 'one, two,,',
		fetchRecord: 'contact',
		onFailure: 'answer503',
		dropOwnEvents: true,
		conditions: { condition: [{ field: ' state ', operator: 'oneOf', value: 'a,b' }] },
		dropDuplicates: true,
		additionalOptions: {
			authorIdField: 'author.id',
			conditionsMatch: 'any',
			equalPayloads: 'drop',
			eventIdField: 'id',
			longestWait: 7,
			ownUserIds: 'u1, u2',
			recordIdField: 'who.id',
			rememberCount: 10,
			rememberHours: 1.5,
		},
	};
	expect(await settingsOf(parameters)).toEqual({
		verification: { by: 'header', headerName: 'X-Mine' },
		events: new Set(['issue_created', 'one', 'two']),
		fetch: { record: 'contact', idField: 'who.id' },
		onFailure: 'answer503',
		longestWaitMs: 7000,
		conditions: [{ field: 'state', operator: 'oneOf', value: 'a,b' }],
		match: 'any',
		own: { authorIdField: 'author.id', userIds: ['u1', 'u2'] },
		retention: { ms: 5_400_000, count: 10 },
		identity: { eventIdField: 'id', anyEqualPayload: true },
	});
});

test.each(['', 'off', 'None', '={{ "no" + "ne2" }}', 0])('whatever is no way of verification is the signature: %j', async (verification) => {
	expect((await settingsOf({ verification } as INodeParameters)).verification.by).toBe('signature');
});

test.each<[INodeParameters, Partial<Settings>]>([
	[{ additionalOptions: { longestWait: 10_000 } }, { longestWaitMs: 60_000 }],
	[{ additionalOptions: { longestWait: -1 } }, { longestWaitMs: 0 }],
	[{ additionalOptions: { longestWait: 'soon' } }, { longestWaitMs: 5000 }],
	[{ additionalOptions: { rememberCount: 1e9, rememberHours: 1e9 } }, { retention: { ms: 720 * 3_600_000, count: 5000 } }],
	[{ dropDuplicates: false }, { retention: undefined }],
	[{ fetchRecord: 'toString' }, { fetch: undefined }],
	[{ events: ['*', 'issue_created'] }, { events: undefined }],
	[{ events: 'issue_created' }, { events: new Set(['issue_created']) }],
	[{ conditions: { condition: [{}] } }, { conditions: [{ field: '', operator: 'equals', value: '' }] }],
])('%j', async (parameters, expected) => {
	expect(await settingsOf(parameters)).toMatchObject(expected);
});
