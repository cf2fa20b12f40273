import { identify } from '../../../nodes/PylonTrigger/decide/identity';
import { hashOf } from '../../../nodes/PylonTrigger/receive/hashOf';

const settings = { eventIdField: '', anyEqualPayload: false };
const HASH = hashOf('body');

test('the body of an event that happens once tells it', () => {
	expect(identify(settings, { issue_id: 'i' }, 'issue_created', HASH)).toEqual({
		key: HASH,
		isKnown: true,
	});
	expect(identify(settings, { issue_id: 'i', message_id: 'm' }, 'issue_message', HASH)).toEqual({
		key: HASH,
		isKnown: true,
	});
});

test.each(['my_own', undefined])('and that of an event the trigger does not know: %s', (event) => {
	expect(identify(settings, {}, event, HASH)).toEqual({ key: HASH, isKnown: true });
});

test.each([
	'issue_updated',
	'issue_status_changed',
	'issue_assigned',
	'issue_tags_changed',
	'issue_reaction_added',
	'contact_updated',
])('not that of an event that can come again with the same IDs: %s', (event) => {
	const [one, other] = [1, 2].map(() => identify(settings, { issue_id: 'i' }, event, HASH));
	expect(one.isKnown).toBe(false);
	expect(one.key).not.toBe(other.key);
	expect(identify({ ...settings, anyEqualPayload: true }, { issue_id: 'i' }, event, HASH)).toEqual({
		key: HASH,
		isKnown: true,
	});
});

test('nor that of a message without its ID', () => {
	expect(identify(settings, { issue_id: 'i', message_id: '' }, 'issue_message', HASH).isKnown).toBe(
		false,
	);
});

test('when the record was changed tells changes apart', () => {
	const at = (updated_at: string) =>
		identify(settings, { issue_id: 'i' }, 'issue_updated', HASH, { updated_at });
	expect(at('2026-11-21T10:00:00Z').isKnown).toBe(true);
	expect(at('2026-11-21T10:00:00Z')).toEqual(at('2026-11-21T10:00:00Z'));
	expect(at('2026-11-21T10:00:00Z')).not.toEqual(at('2026-11-21T10:00:01Z'));
	expect(identify(settings, {}, 'issue_updated', HASH, {}).isKnown).toBe(false);
	const other = hashOf('another issue');
	const record = { updated_at: '2026-11-21T10:00:00Z' };
	expect(at('2026-11-21T10:00:00Z')).not.toEqual(
		identify(settings, { issue_id: 'j' }, 'issue_updated', other, record),
	);
	// A reaction does not change the issue.
	expect(
		identify(settings, {}, 'issue_reaction_added', HASH, { updated_at: '2026-11-21T10:00:00Z' })
			.isKnown,
	).toBe(false);
});

describe("the event's own ID", () => {
	const byId = (payload: object, event = 'issue_updated') =>
		identify(
			{ ...settings, eventIdField: 'meta.id' },
			payload as never,
			event,
			hashOf(JSON.stringify(payload)),
		);

	test('goes before the body', () => {
		expect(byId({ meta: { id: 'e1' }, sent: 1 })).toEqual(byId({ meta: { id: 'e1' }, sent: 2 }));
		expect(byId({ meta: { id: 'e1' } })).not.toEqual(byId({ meta: { id: 'e2' } }));
		expect(byId({ meta: { id: 7 } })).toMatchObject({
			isKnown: true,
			key: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	test('may be a time that two records share', () => {
		expect(byId({ meta: { id: 't' }, issue_id: 'i1' })).not.toEqual(
			byId({ meta: { id: 't' }, issue_id: 'i2' }),
		);
		expect(byId({ meta: { id: 't' } }, 'issue_updated')).not.toEqual(
			byId({ meta: { id: 't' } }, 'issue_assigned'),
		);
	});

	test('is none when it is a number that JSON.parse rounds: two of them may be the same', () => {
		const [one, other] = ['12345678901234567891', '12345678901234567892'].map(
			(id) => JSON.parse(`{"meta":{"id":${id}}}`) as object,
		);
		expect([byId(one).isKnown, byId(other).isKnown]).toEqual([false, false]);
	});

	test.each([
		[{}],
		[{ meta: { id: '' } }],
		[{ meta: { id: null } }],
		[{ meta: { id: '{{issue.x}}' } }],
		[{ meta: { id: {} } }],
	])('may be missing: %j', (payload) => {
		expect(byId(payload).isKnown).toBe(false);
		expect(byId(payload, 'issue_created').key).toBe(hashOf(JSON.stringify(payload)));
	});
});
