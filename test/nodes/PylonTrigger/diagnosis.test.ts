import { diagnose, eventOf } from '../../../nodes/PylonTrigger/diagnosis';

const ID = '1f0c9a7e-0000-4000-8000-000000000001';

test.each([
	['issue_created', { issue_id: ID }, undefined],
	['issue_created', { issue_id: 101 }, undefined],
	['issue_message', { issue_id: ID }, undefined],
	['contact_created', { contact_id: ID }, undefined],
	['my_own', {}, undefined],
	[undefined, {}, undefined],
	[undefined, { contact_id: ID, account_id: ID }, undefined],
	['my_own', { issue_id: ID }, 'issue_id'],
	['my_own', { issue: { id: ID } }, 'issue.id'],
])('event %s with %j is complete', (event, payload, idField) => {
	expect(diagnose(payload, event, idField)).toBeUndefined();
});

test.each([
	['issue_created', {}, undefined, 'missingId', "no 'issue_id', which is needed by the event 'issue_created'"],
	['issue_created', { issue_id: '' }, undefined, 'missingId', '"issue_id": "{{issue.id}}"'],
	['issue_created', { issue_id: null }, undefined, 'missingId', "'issue_id'"],
	['contact_created', { issue_id: ID }, undefined, 'missingId', "no 'contact_id'"],
	['account_updated', { account_id: ' ' }, undefined, 'missingId', "no 'account_id'"],
	['issue_created', { issue_id: [ID] }, undefined, 'wrongId', "'issue_id' is a list"],
	['issue_created', { issue_id: { id: ID } }, undefined, 'wrongId', "'issue_id' is an object"],
	['issue_created', { issue_id: true }, undefined, 'wrongId', "'issue_id' is a boolean"],
	['contact_created', { contact_id: 'REPLACE THIS BY THE ID OF THE CONTACT' }, undefined, 'wrongId', 'a text that is no ID'],
	['issue_created', { issue_id: '..' }, undefined, 'wrongId', 'a text that is no ID'],
	['issue_created', { issue_id: '{{issue.id' }, undefined, 'wrongId', 'a text that is no ID'],
	['issue_created', { issue_id: 2 ** 64 }, undefined, 'wrongId', 'needs quotes around it'],
	['my_own', { level: '{{ issue.custom_fields.vip-level }}' }, undefined, 'unresolved', "'level' still holds {{issue.custom_fields.vip-level}}"],
	['my_own', {}, 'contact_id', 'missingId', "needed to fetch the record ('Fetch Record' in n8n)"],
	['issue_created', { issue_id: ID, account_id: [] }, 'account_id', 'wrongId', "'account_id' is a list"],
	['issue_created', { issue_id: '{{issue.id}}' }, undefined, 'unresolved', "'issue_id' still holds {{issue.id}}"],
	['my_own', { deep: [{ state: '{{ issue.state }}' }] }, undefined, 'unresolved', "'deep.0.state' still holds {{issue.state}}"],
])('event %s with %j, to fetch by %s, is %s', (event, payload, idField, refusal, words) => {
	const found = diagnose(payload, event, idField);
	expect(found).toMatchObject({ refusal, says: expect.stringContaining(words) });
	expect(found?.says).toMatch(/type \{ and pick it from the menu/);
});

test('braces inside a text are the customer\'s', () => {
	expect(diagnose({ title: 'Why does {{issue.id}} not work?' }, 'my_own')).toBeUndefined();
});

test('three variables are named, of any number', () => {
	const payload = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`field${n}`, '{{a.b}}']));
	const { says } = diagnose(payload, undefined)!;
	expect(says.match(/still holds/g)).toHaveLength(3);
	expect(says.length).toBeLessThan(400);
});

test.each([
	[{ event: 'issue_created' }, 'issue_created'],
	[{ event: ' issue_created ' }, 'issue_created'],
])('event of %j', (payload, event) => {
	expect(eventOf(payload, true)).toBe(event);
	expect(eventOf(payload, false)).toBe(event);
});

test.each([
	[{}, "has no 'event'"],
	[{ event: '' }, "has no 'event'"],
	[{ event: null }, "has no 'event'"],
	[{ event: '{{issue.event}}' }, "has no 'event'"],
	[{ event: 5 }, "has a number as 'event'"],
	[{ event: ['issue_created'] }, "has a list as 'event'"],
	[{ event: {} }, "has an object as 'event'"],
])('no event in %j', (payload, words) => {
	expect(eventOf(payload, false)).toBeUndefined();
	expect(eventOf(payload, true)).toMatchObject({ refusal: 'noEvent', says: expect.stringContaining(words) });
});
