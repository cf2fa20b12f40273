import { DateTime } from 'luxon';
import { toMoment, toRfc3339 } from '../../parameters/moments/moments';
import { wrongInput } from '../../parameters/values';
import { clock } from '../../../shared/client/clock';
import { beforeSending } from '../../run/operationPlan';

/** Puts the period into the query, for the transport to cut (`shared/client/windows.ts`). */
export const periodInQuery = beforeSending(function (request) {
	const now = DateTime.fromMillis(clock.now());
	const start = toMoment(this, this.getNodeParameter('startTime', ''), 'From');
	const givenEnd = this.getNodeParameter('endTime', '');
	const end =
		givenEnd === '' || givenEnd === null || givenEnd === undefined ? now : toMoment(this, givenEnd, 'Until');
	if (start.toMillis() > now.toMillis()) {
		throw wrongInput(this, "'From' is in the future", `It is ${toRfc3339(start)} in UTC. There can be no issue from then on yet; choose an earlier moment.`);
	}
	if (end.toMillis() < start.toMillis()) {
		throw wrongInput(
			this,
			"'Until' is before 'From'",
			`The period would run from ${toRfc3339(start)} to ${toRfc3339(end)} (UTC). Exchange the two, or choose others.`,
		);
	}
	// With milliseconds: the transport rounds outwards where it cuts, so that no issue at an edge is missed.
	request.qs = { ...request.qs, start_time: start.toUTC().toISO(), end_time: end.toUTC().toISO() };
});
