import { picker } from '../../fields/picker';

export const callRecordingId = picker(
	'Call Recording',
	'callRecordingId',
	"The call recording to work with. 'Search' finds recordings.",
);
