import { clock } from '../../../../nodes/shared/client/clock';
import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { issuePart } from './support/issueParts';
import { byNumber } from './support/messages';

const { first } = seedIds.issues;

const BERLIN = 'Europe/Berlin';
const issueId = byId(first);
const wakes = (sim: SimulatedPylon) => sim.state.issues.get(first)?.snoozed_until_time;

/** Lets the node run at a moment of the future, so that a duration can lead over a change of the clocks. */
const at = (moment: string) => () => {
	jest.spyOn(clock, 'now').mockReturnValue(Date.parse(moment));
};

afterEach(() => jest.restoreAllMocks());

const until = (snoozeUntil: string | number, expected: string, timezone?: string) => ({
	parameters: { issueId, snoozeUntil },
	timezone,
	then: ({ sim, sent }: { sim: SimulatedPylon; sent: { body?: unknown } }) => {
		expect(sent.body).toEqual({ snooze_until: expected });
		expect(wakes(sim)).toBe(expected.replace('Z', '.000Z'));
	},
});

const lasting = (
	durationAmount: number | string,
	durationUnit: string,
	now: string,
	expected: string,
) => ({
	parameters: { issueId, snoozeFor: 'duration', durationAmount, durationUnit },
	timezone: BERLIN,
	before: at(now),
	then: ({ sent }: { sent: { body?: unknown } }) =>
		expect(sent.body).toEqual({ snooze_until: expected }),
});

describeOperations(issuePart('snooze'), {
	snooze: {
		least: {
			parameters: { issueId: byNumber(101), snoozeUntil: '2099-12-31T09:00:00Z' },
			then: ({ sim, json: [snoozed], requests }) => {
				expect(wakes(sim)).toBe('2099-12-31T09:00:00.000Z');
				expect(snoozed).toMatchObject({
					id: first,
					snoozed_until_time: '2099-12-31T09:00:00.000Z',
				});
				expect(snoozed).not.toHaveProperty('body_html');
				expect(requests).toHaveLength(1);
			},
		},
		all: [
			{
				parameters: { issueId, snoozeUntil: '2099-12-31T09:00:00Z', output: 'raw' },
				then: ({ json: [snoozed] }) => expect(snoozed).toHaveProperty('body_html'),
			},
			// Without an offset: the workflow's time zone, in summer and in winter.
			until('2090-07-01T09:00', '2090-07-01T07:00:00Z', BERLIN),
			until('2090-12-01 09:00', '2090-12-01T08:00:00Z', BERLIN),
			until('2090-12-01', '2090-11-30T23:00:00Z', BERLIN),
			until('2090-12-01T09:00', '2090-12-01T03:30:00Z', 'Asia/Kolkata'),
			// An offset of its own wins.
			until('2090-12-01T09:00:00-05:00', '2090-12-01T14:00:00Z', BERLIN),
			until('2090-12-01T09:00:00+0545', '2090-12-01T03:15:00Z', BERLIN),
			until('Fri, 01 Dec 2090 09:00:00 +0000', '2090-12-01T09:00:00Z', BERLIN),
			// Seconds and milliseconds since 1970.
			until(3_816_406_800, '2090-12-08T09:00:00Z'),
			until('={{ 3816406800000 }}', '2090-12-08T09:00:00Z'),
			until('={{ DateTime.fromISO("2090-12-01T09:00:00.789+02:00") }}', '2090-12-01T07:00:00Z'),
			until('={{ new Date("2090-12-01T09:00:00Z") }}', '2090-12-01T09:00:00Z'),
			// 02:30 is not there when the clocks go forward, and appears twice when they go back: the first one counts.
			until('2090-03-26T02:30', '2090-03-26T01:30:00Z', BERLIN),
			until('2090-10-29T02:30', '2090-10-29T00:30:00Z', BERLIN),
			// Days and weeks keep the time of day over a change of the clocks, hours and minutes do not.
			lasting(1, 'days', '2090-03-25T08:00:00Z', '2090-03-26T07:00:00Z'),
			lasting('2', 'weeks', '2090-10-20T07:00:00Z', '2090-11-03T08:00:00Z'),
			lasting(24, 'hours', '2090-03-25T08:00:00Z', '2090-03-26T08:00:00Z'),
			lasting(90, 'minutes', '2090-03-25T08:00:00Z', '2090-03-25T09:30:00Z'),
		],
		wrong: [
			{
				parameters: { issueId, snoozeUntil: '2020-01-01T00:00:00Z' },
				message: "'Until' is in the past",
			},
			{ parameters: { issueId, snoozeUntil: '={{ $now }}' }, message: "'Until' is in the past" },
			{
				// 09:00 in New York is past when it is 16:00 in Berlin.
				parameters: { issueId, snoozeUntil: '2090-12-01T09:00:00-05:00' },
				timezone: BERLIN,
				before: at('2090-12-01T16:00:00+01:00'),
				message: "'Until' is in the past",
			},
			{
				parameters: { issueId, snoozeUntil: '2090-12-01T09:00' },
				timezone: 'Asia/Tokyo',
				before: at('2090-12-01T09:00:01+09:00'),
				message: "'Until' is in the past",
			},
			{ parameters: { issueId, snoozeUntil: '' }, message: "'Until' is empty" },
			{ parameters: { issueId, snoozeUntil: '={{ null }}' }, message: "'Until' is empty" },
			{ parameters: { issueId, snoozeUntil: '={{ $json.none }}' }, message: "'Until' is empty" },
			{
				parameters: { issueId, snoozeUntil: 'tomorrow' },
				message: "'Until' is not a date and time",
			},
			{
				parameters: { issueId, snoozeUntil: '2099-02-30T09:00:00Z' },
				message: "'Until' is not a date and time",
			},
			{
				parameters: { issueId, snoozeUntil: '2099-01-01T25:00' },
				message: "'Until' is not a date and time",
			},
			{
				parameters: { issueId, snoozeUntil: '={{ [] }}' },
				message: "'Until' is not a date and time",
			},
			{
				parameters: { issueId, snoozeUntil: '={{ ({ date: "2099-01-01" }) }}' },
				message: "'Until' is not a date and time",
			},
			{
				parameters: { issueId, snoozeUntil: '={{ true }}' },
				message: "'Until' is not a date and time",
			},
			...[0, -1, 'two', 1e9].map((durationAmount) => ({
				parameters: { issueId, snoozeFor: 'duration', durationAmount },
				message: "'Duration' has to be a number",
			})),
			...['', '={{ null }}'].map((durationAmount) => ({
				parameters: { issueId, snoozeFor: 'duration', durationAmount },
				message: "'Duration' is empty",
			})),
			{ parameters: { issueId: byId(''), snoozeUntil: '2099-01-01' }, message: "'Issue' is empty" },
		],
	},
});
