import type {
	ActivityRecord,
	ActivityTypeRecord,
	AuditLogRecord,
	CallRecordingRecord,
	FileRecord,
	HighlightRecord,
	RelationshipRecord,
	SurveyRecord,
	SurveyResponseRecord,
} from '../records/account';
import type { EmailSuppressionRecord } from '../records/emailSuppression';
import { RecordStore } from './recordStore';

/** The part of the state that hangs on accounts, or that a workspace gathers about its customers. */
export interface AccountStores {
	highlights: RecordStore<HighlightRecord>;
	relationships: RecordStore<RelationshipRecord>;
	activityTypes: RecordStore<ActivityTypeRecord>;
	activities: RecordStore<ActivityRecord>;
	/** Attachments, also those of accounts. */
	files: RecordStore<FileRecord>;
	callRecordings: RecordStore<CallRecordingRecord>;
	auditLogs: RecordStore<AuditLogRecord>;
	surveys: RecordStore<SurveyRecord>;
	surveyResponses: RecordStore<SurveyResponseRecord>;
	emailSuppressions: RecordStore<EmailSuppressionRecord>;
}

/** @returns new stores with no records in them */
export function emptyAccountStores(): AccountStores {
	return {
		highlights: new RecordStore<HighlightRecord>(),
		relationships: new RecordStore<RelationshipRecord>(),
		activityTypes: new RecordStore<ActivityTypeRecord>({ slug: ({ slug }) => [slug] }),
		activities: new RecordStore<ActivityRecord>(),
		files: new RecordStore<FileRecord>(),
		callRecordings: new RecordStore<CallRecordingRecord>(),
		auditLogs: new RecordStore<AuditLogRecord>(),
		surveys: new RecordStore<SurveyRecord>(),
		surveyResponses: new RecordStore<SurveyResponseRecord>(),
		emailSuppressions: new RecordStore<EmailSuppressionRecord>(),
	};
}

/**
 * Gives what hangs on one account to another: highlights, activities, files, call recordings, survey responses and
 * relationships. A relationship that would tie an account to itself, or that the other account has already, is dropped.
 * That a merge moves "linked data" is documented (openapi.yaml, `mergeAccounts`); what belongs to it is an assumption.
 *
 * @param stores changed in place
 * @param from id of the account that loses them
 * @param to id of the account that gets them
 */
export function moveAccountRecords(stores: AccountStores, from: string, to: string): void {
	for (const store of [
		stores.highlights,
		stores.activities,
		stores.files,
		stores.callRecordings,
		stores.surveyResponses,
	]) {
		for (const record of [...store.values()]) {
			if (record.account_id === from)
				(store as RecordStore<typeof record>).set(record.id, { ...record, account_id: to });
		}
	}
	for (const tie of [...stores.relationships.values()]) {
		const { child_account_id: child, parent_account_id: parent } = tie;
		const moved = {
			child_account_id: child === from ? to : child,
			parent_account_id: parent === from ? to : parent,
		};
		const isThere = [...stores.relationships.values()].some(
			(other) =>
				other.id !== tie.id &&
				other.child_account_id === moved.child_account_id &&
				other.parent_account_id === moved.parent_account_id,
		);
		// Nothing is left to tie when the two were tied to each other, or the other one has the same tie.
		if (moved.child_account_id === moved.parent_account_id || isThere)
			stores.relationships.delete(tie.id);
		else if (child === from || parent === from)
			stores.relationships.set(tie.id, { ...tie, ...moved });
	}
}

/**
 * Takes away what hangs on a deleted account. What Pylon does is not documented; here highlights, activities, files and
 * relationships are deleted, and call recordings stay without an account.
 *
 * @param stores changed in place
 * @param id of the deleted account
 */
export function dropAccountRecords(stores: AccountStores, id: string): void {
	for (const store of [stores.highlights, stores.activities, stores.files]) {
		for (const record of [...store.values()]) if (record.account_id === id) store.delete(record.id);
	}
	for (const tie of [...stores.relationships.values()]) {
		if ([tie.child_account_id, tie.parent_account_id].includes(id))
			stores.relationships.delete(tie.id);
	}
	for (const recording of [...stores.callRecordings.values()]) {
		if (recording.account_id === id)
			stores.callRecordings.set(recording.id, { ...recording, account_id: null });
	}
}
