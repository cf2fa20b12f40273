import { diagnose, eventOf, type Diagnosis } from '../../../nodes/PylonTrigger/decide/diagnosis';

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
])('event %s with %j is complete', (event, payload, recordId) => {
	expect(diagnose(payload, event, { recordId })).toEqual([]);
});

test.each([
	[
		'issue_created',
		{},
		undefined,
		'missingId',
		"no 'issue_id'. It is needed by the event 'issue_created'",
	],
	['issue_created', { issue_id: '' }, undefined, 'missingId', '"issue_id": "{{issue.id}}"'],
	['issue_created', { issue_id: null }, undefined, 'missingId', "'issue_id'"],
	['contact_created', { issue_id: ID }, undefined, 'missingId', "no 'contact_id'"],
	['account_updated', { account_id: ' ' }, undefined, 'missingId', "no 'account_id'"],
	['issue_created', { issue_id: [ID] }, undefined, 'wrongId', "'issue_id' is a list"],
	['issue_created', { issue_id: { id: ID } }, undefined, 'wrongId', "'issue_id' is an object"],
	['issue_created', { issue_id: true }, undefined, 'wrongId', "'issue_id' is a boolean"],
	[
		'contact_created',
		{ contact_id: 'REPLACE THIS WITH THE ID OF THE CONTACT' },
		undefined,
		'wrongId',
		'text that is not an ID',
	],
	['issue_created', { issue_id: '..' }, undefined, 'wrongId', 'text that is not an ID'],
	['issue_created', { issue_id: '{{issue.id' }, undefined, 'wrongId', 'text that is not an ID'],
	['issue_created', { issue_id: 2 ** 64 }, undefined, 'wrongId', 'needs quotes around it'],
	[
		'my_own',
		{ level: '{{ issue.custom_fields.vip-level }}' },
		undefined,
		'unresolved',
		"'level' still contains {{issue.custom_fields.vip-level}}",
	],
	[
		'my_own',
		{ title: ' {{ ticket.title }} ' },
		undefined,
		'unresolved',
		"'title' still contains {{ticket.title}}",
	],
	['my_own', {}, 'contact_id', 'missingId', "needed to fetch the record ('Fetch Record' in n8n)"],
	[
		'issue_created',
		{ issue_id: ID, account_id: [] },
		'account_id',
		'wrongId',
		"'account_id' is a list",
	],
	[
		'issue_created',
		{ issue_id: '{{issue.id}}' },
		undefined,
		'unresolved',
		"'issue_id' still contains {{issue.id}}",
	],
	[
		'my_own',
		{ deep: [{ state: '{{ issue.state }}' }] },
		undefined,
		'unresolved',
		"'deep.0.state' still contains {{issue.state}}",
	],
])('event %s with %j, to fetch by %s, is %s', (event, payload, recordId, refusal, words) => {
	const found = diagnose(payload, event, { recordId }) as Diagnosis;
	expect(found.refusal).toBe(refusal);
	expect(`${found.says}. ${found.advice}`).toContain(words);
	expect(found.says).not.toMatch(/\.$|\n/);
	expect(found.says.length).toBeLessThan(120);
	expect(found.advice).toMatch(/type \{ and pick it from the menu/);
});

describe('what a customer may have written costs no event', () => {
	test.each<[object, string]>([
		[{ title: '{{first_name}}' }, "'title' still contains {{first_name}}"],
		[{ title: ' {{{ customer.name }}}!' }, "'title' still contains {{customer.name}}"],
		[{ title: 'Why does {{issue.id}} not work?' }, "'title' still contains {{issue.id}}"],
		[
			{ deep: [{ text: '{{issue.id}}{{issue.title}}' }] },
			"'deep.0.text' still contains {{issue.id}}",
		],
		[{ title: '{{issue}}' }, "'title' still contains {{issue}}"],
		[{ title: `${'x'.repeat(100_000)}{{ a }}` }, "'title' still contains {{a}}"],
	])('%j gets a note', (fields, words) => {
		const notes = diagnose({ issue_id: ID, ...fields }, 'issue_created', {
			recordId: 'issue_id',
			eventId: 'at',
			compared: ['state'],
		});
		expect(notes).toEqual([expect.stringContaining(words)]);
	});

	test.each(['{{}}', '{{ two words }}', '{a}', '{{', '}}', '{% if %}'])(
		'%s is nothing to tell',
		(title) => {
			expect(diagnose({ title }, 'my_own')).toEqual([]);
		},
	);

	test('three are named, of any number', () => {
		const [note] = diagnose(
			Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`field${n}`, '{{a}}'])),
			undefined,
		) as string[];
		expect(note.match(/still contains/g)).toHaveLength(3);
	});
});

test.each<[object, object]>([
	[{ event: '{{name}}' }, {}],
	[{ event: 'issue_{{name}}' }, {}],
	[{ ticket: '{{ticket}}' }, { recordId: 'ticket' }],
	[{ at: '{{now}}' }, { eventId: 'at' }],
	[{ at: 'at-{{now}}' }, { eventId: 'at' }],
	[{ meta: { level: '{{vip}}' } }, { compared: ['state', 'meta.level'] }],
])('but what the trigger itself needs has to be filled in: %j, needed %j', (payload, needed) => {
	expect(diagnose({ ...payload }, 'my_own', needed)).toMatchObject({ refusal: 'unresolved' });
});

test('a text that a condition looks at may hold braces beside other text', () => {
	expect(diagnose({ title: 'Dear {{first_name}}' }, 'my_own', { compared: ['title'] })).toEqual([
		expect.stringContaining("'title'"),
	]);
});

test('three variables are named, of any number', () => {
	const payload = Object.fromEntries(
		Array.from({ length: 5000 }, (_, n) => [`field${n}`, '{{issue.b}}']),
	);
	const { says, advice } = diagnose(payload, undefined) as Diagnosis;
	expect(says).toBe("Pylon did not fill in the payload: 'field0' still contains {{issue.b}}");
	expect(advice.match(/still contains/g)).toHaveLength(2);
	expect(advice.length).toBeLessThan(400);
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
	expect(eventOf(payload, true)).toMatchObject({
		refusal: 'noEvent',
		says: expect.stringContaining(words),
	});
});
