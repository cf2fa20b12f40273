import type { PylonRecord } from '../../shared/client/triggerClient';
import { latestIssues, searchIssues } from '../issues';
import type { EventSource } from '../pollEvent';
import { timestampEvent } from '../timestampEvent';
import { toTime } from '../times';

const createdAt = ({ created_at }: PylonRecord) => toTime(created_at);

export const issueCreated: EventSource = timestampEvent({
	async collect(poll, oldest) {
		await searchIssues(
			poll,
			{ fields: ['created_at'], from: oldest.from, selection: poll.selection },
			(issue) => oldest.add({ key: issue.id, time: createdAt(issue), item: { issue } }),
			(from) => oldest.isFullBefore(from),
		);
	},
	latest: async (poll, count) =>
		(await latestIssues(poll, 'created_at', createdAt, count)).map((issue) => ({
			key: issue.id,
			item: { issue },
		})),
});
