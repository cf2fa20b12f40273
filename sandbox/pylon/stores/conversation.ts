import type { ThreadRecord, TicketFormRecord, VoiceCallRecord } from '../records/conversation';
import { RecordStore } from './recordStore';

/** The part of the state that hangs on issues, beside their messages. */
export interface ConversationStores {
	threads: RecordStore<ThreadRecord>;
	voiceCalls: RecordStore<VoiceCallRecord>;
	ticketForms: RecordStore<TicketFormRecord>;
	/** Agents that `ai_agent_id` may name; the API cannot list them. */
	aiAgentIds: Set<string>;
}

/** @returns new stores with no records in them */
export function emptyConversationStores(): ConversationStores {
	return {
		threads: new RecordStore<ThreadRecord>(),
		voiceCalls: new RecordStore<VoiceCallRecord>(),
		ticketForms: new RecordStore<TicketFormRecord>(),
		aiAgentIds: new Set<string>(),
	};
}
