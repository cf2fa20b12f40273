import type { Handlers, RequestContext } from '../context';
import { writeCustomFields } from '../customFields';
import { defined } from '../defined';
import { notFound } from '../errors';
import type { CallRecordingRecord } from '../records/account';
import { customFieldValues, idOrCleared, searchPage } from './shared';

/** Recordings have the custom fields of meetings (docs/pylon-api-notes.md#custom-field-object-types). */
const OBJECT_TYPE = 'meeting';

function pathRecording({ state, params }: RequestContext): CallRecordingRecord {
	const recording = state.callRecordings.get(params.id);
	if (!recording) throw notFound('Call recording');
	return recording;
}

function valuesOf(recording: CallRecordingRecord, field: string): readonly string[] {
	switch (field) {
		case 'account_id':
			return recording.account_id ? [recording.account_id] : [];
		case 'source':
		case 'title':
		case 'start_time':
			return [recording[field]];
		default:
			return customFieldValues(recording, field);
	}
}

const searched = { objectType: OBJECT_TYPE, valuesOf, textsOf: () => [] };

export const callRecordings = {
	searchCallRecordings: (context) =>
		searchPage(context, context.state.callRecordings, searched, (recording) => ({ ...recording })),
	getCallRecording: (context) => ({ data: { ...pathRecording(context) } }),
	updateCallRecording: (context) => {
		const { state, timestamp } = context;
		const current = pathRecording(context);
		const { account_id, custom_fields } = context.body;
		const changes = defined({
			account_id: idOrCleared(state.accounts, 'account_id', account_id, 'account'),
			custom_fields:
				custom_fields &&
				writeCustomFields(state, OBJECT_TYPE, current.custom_fields, custom_fields),
		});
		const recording = { ...current, ...changes, updated_at: timestamp };
		state.callRecordings.set(recording.id, recording);
		return { data: { ...recording } };
	},
	deleteCallRecording: (context) => {
		context.state.callRecordings.delete(pathRecording(context).id);
		return {};
	},
} satisfies Handlers;
