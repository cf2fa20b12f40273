import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { withPylon } from '../../../support/pylon';
import { notesIn } from '../../../support/waiting.notes';
import { ask, closeAll, issueId } from './support';

const pylon = withPylon({ checkReplies: true });
afterEach(closeAll);

const answeredAt = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/) as string;

const dataOf = (resumed: Array<{ outputs: Record<string, unknown> }>) =>
	(resumed[0].outputs.Pylon as Array<Array<{ json: { data: unknown } }>>)[0][0].json.data;

test('declined, without a reason', async () => {
	const { links, call, resumed } = await ask(pylon);
	await call(links.Decline, { answer: 'decline', reason: ' \r\n ' });
	expect(dataOf(resumed)).toEqual({ approved: false, answeredAt });
	expect(notesIn(pylon.sim, issueId)[1]).toMatch(/^<p><b>Declined<\/b> on .*\(UTC\)\.<\/p>$/);
});

test('labels of one’s own; with Approve Only, nothing else can be chosen', async () => {
	const { links, call, resumed } = await ask(pylon, {
		parameters: {
			approvalOptions: { values: { approvalType: 'single', approveLabel: 'Ship <it>' } },
		},
	});
	expect(Object.keys(links)).toEqual(['Ship &lt;it&gt;']);
	const [link] = Object.values(links);
	const refused = await call(link, { answer: 'decline' });
	expect(refused.status).toBe(400);
	expect(resumed).toEqual([]);
	await call(link, { answer: 'approve' });
	expect(dataOf(resumed)).toEqual({ approved: true, answeredAt });
});

test('a POST without a choice shows the page again, with what was entered, and decides nothing', async () => {
	const { links, call, resumed } = await ask(pylon);
	const again = await call(links.Approve, { reason: 'Not so "fast" <i>' });
	expect(again.status).toBe(400);
	expect(again.body).toContain('Nothing was chosen');
	expect(again.body).toContain('Not so &quot;fast&quot; &lt;i&gt;</textarea>');
	expect(resumed).toEqual([]);
});

test('an oversized text is refused, with the limit', async () => {
	const { links, call, resumed } = await ask(pylon, { parameters: { responseType: 'freeText' } });
	const refused = await call(links.Respond, { text: 'x'.repeat(10_001) });
	expect(refused.status).toBe(400);
	expect(refused.body).toContain('it has 10001 characters, and 10000 are allowed');
	expect(resumed).toEqual([]);
	await call(links.Respond, { text: 'x'.repeat(10_000) });
	expect(dataOf(resumed)).toEqual({ text: 'x'.repeat(10_000), answeredAt });
});

test('a text keeps its lines, and HTML in it is text everywhere', async () => {
	const { links, call, resumed } = await ask(pylon, { parameters: { responseType: 'freeText' } });
	expect((await call(links.Respond, { text: ' ' })).status).toBe(400);
	await call(links.Respond, { text: 'First\r\n<script>alert(1)</script>' });
	expect(dataOf(resumed)).toEqual({ text: 'First\n<script>alert(1)</script>', answeredAt });
	expect(notesIn(pylon.sim, issueId)[1]).toContain(
		'First<br>&lt;script&gt;alert(1)&lt;/script&gt;',
	);
});

test('a second answer is told that it was decided, by what and when', async () => {
	const { links, call, resumed } = await ask(pylon);
	await call(links.Approve, { answer: 'approve' });
	const second = await call(links.Decline, { answer: 'decline' });
	expect(second.status).toBe(409);
	expect(second.body).toMatch(
		/already been answered: Approved on \d+ \w+ \d{4}, \d\d:\d\d \(UTC\)/,
	);
	expect((await call(links.Decline)).body).toContain('already been answered: Approved');
	expect(resumed).toHaveLength(1);
	expect(notesIn(pylon.sim, issueId)).toHaveLength(2);
});

test('of twenty answers at once, one decides, and one follow-up is written', async () => {
	const { links, call, resumed } = await ask(pylon);
	const answers = await Promise.all(
		Array.from({ length: 20 }, async (_, index) =>
			index % 2 === 0
				? await call(links.Approve, { answer: 'approve' })
				: await call(links.Decline, { answer: 'decline' }),
		),
	);
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
	expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
	expect(resumed).toHaveLength(1);
	expect(notesIn(pylon.sim, issueId)).toHaveLength(2);
});

/** The notes of the issue, as soon as there are so many. */
async function notesOf(count: number): Promise<string[]> {
	while (notesIn(pylon.sim, issueId).length < count) await turn();
	return notesIn(pylon.sim, issueId);
}

test('an answer that n8n does not take can be given again', async () => {
	const waiting = await ask(pylon);
	waiting.refuseNext = async () => undefined;
	expect((await waiting.call(waiting.links.Approve, { answer: 'approve' })).status).toBe(500);
	expect(waiting.resumed).toEqual([]);
	const [, approved, takenBack] = await notesOf(3);
	expect(approved).toContain('Approved');
	expect(takenBack).toContain('This answer does not count:');
	const second = await waiting.call(waiting.links.Approve, { answer: 'approve' });
	expect(second.status).toBe(200);
	expect(waiting.resumed).toHaveLength(1);
	expect(await notesOf(4)).toHaveLength(4);
});

test('the team is told of an answer that n8n does not take, also where the page was closed by then', async () => {
	const waiting = await ask(pylon);
	const tab = new AbortController();
	waiting.refuseNext = async (response) => {
		const closed = once(response, 'close');
		tab.abort();
		await closed;
	};
	const { call, links } = waiting;
	await expect(call(links.Approve, { answer: 'approve' }, tab.signal)).rejects.toThrow('aborted');
	const [, , takenBack] = await notesOf(3);
	expect(takenBack).toContain('This answer does not count:');
	expect((await call(links.Approve, { answer: 'approve' })).status).toBe(200);
	expect(waiting.resumed).toHaveLength(1);
});

const form: INodeParameters[] = [
	{ fieldLabel: 'Amount', fieldType: 'number', requiredField: true },
	{ fieldLabel: 'Why', fieldType: 'textarea', placeholder: 'In "short"' },
	{ fieldLabel: 'Mail to', fieldType: 'email', fieldName: 'email' },
	{ fieldLabel: 'When', fieldType: 'date', defaultValue: '2026-12-24' },
	{
		fieldLabel: 'Way',
		fieldType: 'dropdown',
		fieldOptions: { values: [{ option: 'Card' }, { option: 'Bank' }] },
	},
	{
		fieldLabel: 'Who',
		fieldType: 'radio',
		fieldOptions: { values: [{ option: 'A&B' }, { option: 'C' }] },
	},
	{
		fieldLabel: 'Parts',
		fieldType: 'checkbox',
		fieldOptions: { values: [{ option: 'One' }, { option: 'Two' }] },
	},
	{ fieldLabel: '__proto__', fieldType: 'text' },
];

const whole = {
	'field-0': '12.50',
	'field-1': 'Broken',
	'field-2': 'ada@example.com',
	'field-3': '2026-12-31',
	'field-4': 'Bank',
	'field-5': 'A&B',
	'field-6': ['One', 'Two'],
	'field-7': 'x',
};

test.each<[string, INodeParameters]>([
	['by fields', { formFields: { values: form } }],
	['as JSON', { defineForm: 'json', jsonOutput: JSON.stringify(form) }],
])('a form, defined %s', async (_, definition) => {
	const { links, call, resumed } = await ask(pylon, {
		parameters: { responseType: 'customForm', ...definition },
	});
	const page = String((await call(links.Respond)).body);
	expect(page).toContain('value="2026-12-24"');
	expect(page).toContain('placeholder="In &quot;short&quot;"');
	expect(page).toContain('value="A&amp;B"');
	await call(links.Respond, whole);
	const { form: filled } = dataOf(resumed) as { form: object };
	expect(Object.entries(filled)).toEqual([
		['Amount', 12.5],
		['Why', 'Broken'],
		['email', 'ada@example.com'],
		['When', '2026-12-31'],
		['Way', 'Bank'],
		['Who', 'A&B'],
		['Parts', ['One', 'Two']],
		['__proto__', 'x'],
	]);
	expect(notesIn(pylon.sim, issueId)[1]).toContain('<li><b>Who:</b> A&amp;B</li>');
	expect(notesIn(pylon.sim, issueId)[1]).toContain('<li><b>Parts:</b> One, Two</li>');
});

test('the note shows fields that were left empty in words', async () => {
	const { links, call, resumed } = await ask(pylon, {
		parameters: { responseType: 'customForm', formFields: { values: form } },
	});
	await call(links.Respond, { 'field-0': '0' });
	expect(dataOf(resumed)).toMatchObject({ form: { Amount: 0, Why: null, Parts: [] } });
	const [, note] = notesIn(pylon.sim, issueId);
	expect(note).toContain('<li><b>Amount:</b> 0</li>');
	for (const field of ['Why', 'When', 'Way', 'Parts'])
		expect(note).toContain(`<li><b>${field}:</b> (empty)</li>`);
	expect(note).not.toMatch(/null|\[\]/);
});

test.each([
	['Amount', { 'field-0': '' }],
	['Amount', { 'field-0': 'twelve' }],
	['Mail to', { 'field-2': 'nobody' }],
	['When', { 'field-3': 'tomorrow' }],
	['Way', { 'field-4': 'Gold' }],
	['Who', { 'field-5': 'D' }],
	['Parts', { 'field-6': ['One', 'Three'] }],
])('a form with a wrong value comes back: %s %j', async (label, wrong) => {
	const { links, call, resumed } = await ask(pylon, {
		parameters: { responseType: 'customForm', formFields: { values: form } },
	});
	const again = await call(links.Respond, { ...whole, ...wrong });
	expect(again.status).toBe(400);
	expect(again.body).toMatch(new RegExp(`role="alert"[^>]*>'${label}'`));
	expect(again.body).toContain('Broken</textarea>');
	expect(resumed).toEqual([]);
});
