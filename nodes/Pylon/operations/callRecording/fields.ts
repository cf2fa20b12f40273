import { picker } from '../../parameters/record/recordField';
import { callRecording } from '../../records/callRecording';

export const callRecordingId = picker(
	'Call Recording',
	'callRecordingId',
	'The call recording to work with',
	callRecording,
);
