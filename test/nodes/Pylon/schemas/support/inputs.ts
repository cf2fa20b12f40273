import type { IDataObject } from 'n8n-workflow';

import type { OutputSchema } from '../../../../../scripts/schemas/shape';
import { seedIds, type SimulatedPylon } from '../../../../../sandbox/pylon';

const { issues } = seedIds;

/** What an operation is given beside, or instead of, its least input. */
export interface Input {
	parameters?: IDataObject;
	/** Puts records in place before the node runs. */
	before?: (sim: SimulatedPylon) => void;
}

/** Both issues have the same requester then. */
function shareRequester({ state }: SimulatedPylon): void {
	const [one, other] = [issues.initech, issues.slack].map((id) => state.issues.get(id));
	if (one && other) state.issues.set(other.id, { ...other, requester_id: one.requester_id });
}

/** An identifier that cannot be added, since another record has it, is told beside the record. */
const severalMatch = (identifiers: IDataObject): IDataObject => ({
	...identifiers,
	ifSeveralMatch: 'firstAddOthers',
});

/** Operations whose least input does not bring about all that they return, by `resource.operation`. */
export const MORE_INPUTS: Record<string, Input[]> = {
	'account.upsert': [
		{ parameters: severalMatch({ domain: 'initech.example', externalId: 'crm-globex' }) },
	],
	'contact.upsert': [
		{ parameters: severalMatch({ email: 'dmitri@initech.example', externalId: 'crm-carla' }) },
	],
	'issue.getContext': [{ before: shareRequester }],
	'issue.reply': [
		{ parameters: { additionalFields: { bccEmails: 'a@b.example', ccEmails: 'c@d.example' } } },
	],
};

/** Operations whose output is not to be had by running them, with what they return. */
export const DECLARED: Record<string, OutputSchema> = {
	// Whatever the endpoint answers that the user names.
	'apiRequest.send': { type: 'object', additionalProperties: true },
	// It comes when somebody answers, beside the fields of the input item (nodes/Pylon/operations/issue/sendAndWait/question.ts).
	'issue.sendAndWait': {
		type: 'object',
		properties: {
			data: {
				type: 'object',
				properties: {
					answeredAt: { type: 'string' },
					approved: { type: 'boolean' },
					followUpError: { type: 'string' },
					form: { type: 'object', additionalProperties: true },
					reason: { type: 'string' },
					text: { type: 'string' },
					timedOut: { type: 'boolean' },
				},
			},
		},
	},
};
