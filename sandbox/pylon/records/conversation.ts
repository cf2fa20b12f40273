import type { StoredRecord } from '../stores/recordStore';

/** What hangs on an issue, and the forms that issues come from. Names as in records.ts. */

/** An internal thread: notes are written in it. */
export interface ThreadRecord extends StoredRecord {
	issue_id: string;
	name: string | null;
	/** `slack`; null for a thread that only Pylon has. */
	source: string | null;
	/** The channel behind it; `thread_id` is the thread's id there. */
	channel_id: string | null;
	thread_id: string | null;
	created_at: string;
}

export interface TranscriptSegment {
	speaker: string;
	text: string;
}

export interface VoiceCallRecord extends StoredRecord {
	issue_id: string;
	from_phone_number: string;
	to_phone_number: string;
	duration_sec: number;
	/** `transcript_segments` is null as long as the transcript is not finished. */
	recordings: ReadonlyArray<{
		id: string;
		transcript_segments: readonly TranscriptSegment[] | null;
	}>;
	created_at: string;
}

export interface TicketFormRecord extends StoredRecord {
	name: string;
	slug: string;
	description_html: string | null;
	is_public: boolean;
	url: string;
	fields: ReadonlyArray<{
		slug: string;
		name: string;
		type: string;
		description_html: string | null;
	}>;
	created_at: string;
}

export interface Follower {
	id: string;
	type: 'user' | 'contact';
}
