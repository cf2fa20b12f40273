import { DateTime } from 'luxon';
import { toMoment, toRfc3339 } from '../../parameters/moments/moments';
import { shown, wrongInput } from '../../parameters/values';
import { clock } from '../../../shared/client/clock';
import { beforeSending } from '../../run/operationPlan';

/** The body is `{ snooze_until }`; Pylon reads it back as `snoozed_until_time` (openapi.yaml, `snoozeIssue`). */
export const snoozeUntilMoment = beforeSending(function (request) {
	const until = toMoment(this, this.getNodeParameter('snoozeUntil', ''), 'Until');
	if (until.toMillis() <= clock.now()) {
		throw wrongInput(
			this,
			"'Until' is in the past",
			`It is ${toRfc3339(until)} in UTC. Choose a later moment; without an offset the time is taken in the workflow's time zone (${this.getTimezone()}).`,
		);
	}
	request.body = { snooze_until: toRfc3339(until) };
});

/** Days and weeks keep the time of day in the workflow's time zone, also over a change of the clocks. */
export const snoozeForDuration = beforeSending(function (request) {
	const given = this.getNodeParameter('durationAmount', 0);
	const amount = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof amount !== 'number' || !(amount > 0) || amount > 100_000) {
		throw wrongInput(this, "'Duration' has to be a number above 0", `It is ${shown(given)}. Write how many units the issue shall sleep.`);
	}
	const unit = this.getNodeParameter('durationUnit', 'days') as 'days' | 'hours' | 'minutes' | 'weeks';
	const until = DateTime.fromMillis(clock.now(), { zone: this.getTimezone() }).plus({ [unit]: amount });
	request.body = { snooze_until: toRfc3339(until) };
});
