import { toConversation } from '../../../../nodes/Pylon/operations/issue/conversation';
import type { Message } from '../../../../nodes/Pylon/operations/issue/messages';

const message = (text: string, more: Partial<Message> = {}): Message => ({
	id: text,
	isPrivate: false,
	html: text,
	channel: 'email',
	time: Date.UTC(2026, 10, 3, 14, 0),
	author: { name: 'Ada', email: 'ada@example.com', kind: 'customer' },
	email: {},
	fileUrls: [],
	...more,
});

const of = (messages: Message[], most = 20_000) => toConversation(messages, most, 'UTC');

test('nothing said', () => {
	expect(of([])).toEqual({ text: '', included: 0, dropped: 0 });
});

test.each<[string, Partial<Message>, string]>([
	['a note', { isPrivate: true }, '[2026-11-03 14:00 +00:00] Ada (ada@example.com, customer), internal note:'],
	['no channel', { channel: undefined }, '[2026-11-03 14:00 +00:00] Ada (ada@example.com, customer), message:'],
	['an author without a name', { author: { email: 'a@b.example', kind: 'agent' } }, '[2026-11-03 14:00 +00:00] a@b.example (agent), email:'],
	['an author without anything', { author: {} }, '[2026-11-03 14:00 +00:00] Unknown, email:'],
	['no time', { time: 0 }, '[no time] Ada (ada@example.com, customer), email:'],
	['a time that is none', { time: 0, timestamp: 'yesterday' }, '[yesterday] Ada (ada@example.com, customer), email:'],
])('%s', (_, more, head) => {
	expect(of([message('Hi', more)]).text).toBe(`${head}\nHi`);
});

describe('the limit', () => {
	const three = ['one', 'two', 'three'].map((text) => message(text));
	const whole = of(three).text;

	test('exactly enough', () => {
		expect(of(three, whole.length)).toEqual({ text: whole, included: 3, dropped: 0 });
	});

	test('one character too few: the oldest is left out', () => {
		const { text, included, dropped } = of(three, whole.length - 1);
		expect(text).toBe(`[1 earlier message left out]\n\n${of(three.slice(1)).text}`);
		expect([included, dropped]).toEqual([2, 1]);
	});

	test.each(Array.from({ length: 150 }, (_, index) => 100 + index))('of %d characters is kept to', (most) => {
		const { text, included, dropped } = of([...three, message('a'.repeat(30))], most);
		expect(text.length).toBeLessThanOrEqual(most);
		expect(included + dropped).toBe(4);
		expect(included).toBeGreaterThan(0);
	});

	test('a last message that is too long by itself is cut, not in the middle of a character', () => {
		const { text, dropped } = of([message('old'), message('😀'.repeat(200))], 150);
		expect(text.length).toBeLessThanOrEqual(150);
		expect(text.startsWith('[1 earlier message left out]\n\n[2026-11-03')).toBe(true);
		expect(text).toMatch(/😀…$/u);
		expect(text).not.toMatch(/\p{Cs}/u);
		expect(dropped).toBe(1);
	});
});
