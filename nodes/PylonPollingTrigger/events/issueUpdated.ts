import { fieldText } from '../../shared/client/envelope';
import type { PylonRecord } from '../../shared/client/triggerClient';
import { latestIssues, searchIssues } from '../issues';
import type { Found, EventSource } from '../pollEvent';
import { timestampEvent } from '../timestampEvent';
import { toTime } from '../times';

const updatedAt = ({ updated_at }: PylonRecord) => toTime(updated_at);

const found = (issue: PylonRecord): Found => ({
	key: `${issue.id}:${fieldText(issue.updated_at)}`,
	item: { issue },
});

export const issueUpdated: EventSource = timestampEvent({
	async collect(poll, oldest) {
		await searchIssues(
			poll,
			{ fields: ['updated_at'], from: oldest.from, selection: poll.selection },
			(issue) => {
				// Nothing has changed since the issue was made.
				if (updatedAt(issue) <= toTime(issue.created_at)) return;
				oldest.add({ ...found(issue), time: updatedAt(issue) });
			},
			(from) => oldest.isFullBefore(from),
		);
	},
	latest: async (poll, count) =>
		(await latestIssues(poll, 'updated_at', updatedAt, count)).map(found),
});
