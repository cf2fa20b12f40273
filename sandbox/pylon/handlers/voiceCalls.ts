import type { Handlers, RequestContext } from '../context';
import { wholeList } from '../pagination';
import type { VoiceCallRecord } from '../records/conversation';
import { pathIssue } from './shared';

const HOUR_MS = 3_600_000;

/** "Recordings without a finished transcript are left out; audio links live one hour" (openapi.yaml). */
function present({ now }: RequestContext, call: VoiceCallRecord) {
	const { id, from_phone_number, to_phone_number, duration_sec, recordings, created_at } = call;
	const signed = `Expires=${Math.floor((now + HOUR_MS) / 1000)}&Signature=simulated`;
	const finished = recordings.filter(({ transcript_segments: segments }) => segments !== null);
	return {
		id,
		from_phone_number,
		to_phone_number,
		duration_sec,
		created_at,
		recordings: finished.map((recording) => ({
			...recording,
			download_url: `https://assets.northwind.example/calls/${recording.id}.mp3?${signed}`,
		})),
	};
}

export const voiceCalls = {
	getIssueVoiceCalls: (context) => {
		const { id } = pathIssue(context);
		const calls = context.state.voiceCalls.newestFirst().filter((call) => call.issue_id === id);
		return wholeList(calls.map((call) => present(context, call)));
	},
} satisfies Handlers;
