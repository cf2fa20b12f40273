import { DateTime } from 'luxon';
import { readMoment, toRfc3339 } from '../../../shared/input';
import { wrongInput } from '../../parameters/values';
import { clock } from '../../../shared/client/clock';
import type { Step } from '../../run/operationPlan';

/**
 * Puts the period into the query, where the transport cuts it into windows (`shared/client/windows.ts`).
 * @throws NodeOperationError when the period is in the future, or ends before it begins; WrongInput when one of its ends is no
 * moment
 */
export const periodInQuery: Step = function (request) {
	const now = DateTime.fromMillis(clock.now());
	const start = readMoment(this.getNodeParameter('startTime', ''), 'From', this.getTimezone());
	const givenEnd = this.getNodeParameter('endTime', '') as unknown;
	// Left empty in the editor; what an expression does not find is refused, as the period would be another one.
	const end = givenEnd === '' ? now : readMoment(givenEnd, 'Until', this.getTimezone());
	if (start.toMillis() > now.toMillis()) {
		throw wrongInput(
			this,
			"'From' is in the future",
			`It is ${toRfc3339(start)} in UTC. No issue can be that new yet; choose an earlier time.`,
		);
	}
	if (end.toMillis() < start.toMillis()) {
		throw wrongInput(
			this,
			"'Until' is before 'From'",
			`The period would run from ${toRfc3339(start)} to ${toRfc3339(end)} (UTC). Swap the two, or choose others.`,
		);
	}
	// With milliseconds: the transport rounds outwards where it cuts, so that no issue at an edge is missed.
	request.qs = { ...request.qs, start_time: start.toUTC().toISO(), end_time: end.toUTC().toISO() };
};
