import { DateTime } from 'luxon';
import { readMoment, readNumber, toRfc3339 } from '../../../shared/input';
import { shown, wrongInput } from '../../parameters/values';
import { clock } from '../../../shared/client/clock';
import { beforeSending } from '../../run/operationPlan';

/** The body is `{ snooze_until }`; Pylon reads it back as `snoozed_until_time` (openapi.yaml, `snoozeIssue`). */
export const snoozeUntilMoment = beforeSending(function (request) {
	const until = readMoment(this.getNodeParameter('snoozeUntil', ''), 'Until', this.getTimezone());
	if (until.toMillis() <= clock.now()) {
		throw wrongInput(
			this,
			"'Until' is in the past",
			`It is ${toRfc3339(until)} in UTC. Choose a later time; without an offset, the time is in the workflow's time zone (${this.getTimezone()}).`,
		);
	}
	request.body = { snooze_until: toRfc3339(until) };
});

/** In any unit. More is a mistake: of minutes, these are ten weeks, of weeks 1,900 years. */
const LONGEST = 100_000;

/** Days and weeks keep the time of day in the workflow's time zone, even over a change of the clocks. */
export const snoozeForDuration = beforeSending(function (request) {
	const given = this.getNodeParameter('durationAmount', 0) as unknown;
	const amount = readNumber(given, 'Duration');
	if (!(amount > 0) || amount > LONGEST) {
		throw wrongInput(
			this,
			`'Duration' has to be a number ${amount > 0 ? `of at most ${LONGEST}` : 'above 0'}`,
			`It is ${shown(given)}. Enter for how many units to snooze the issue.`,
		);
	}
	const unit = this.getNodeParameter('durationUnit', 'days') as
		'days' | 'hours' | 'minutes' | 'weeks';
	const until = DateTime.fromMillis(clock.now(), { zone: this.getTimezone() }).plus({
		[unit]: amount,
	});
	request.body = { snooze_until: toRfc3339(until) };
});
