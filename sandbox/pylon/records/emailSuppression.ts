import type { StoredRecord } from '../stores/recordStore';

/** An address that Pylon does not send to. */
export interface EmailSuppressionRecord extends StoredRecord {
	email: string;
	reason: 'hard_bounce' | 'manual';
	/** What the receiving server said; null when nothing bounced. */
	bounce_details: string | null;
	created_at: string;
}
