import { page } from '../../../../nodes/Pylon/operations/issue/sendAndWait/page';
import type { Question } from '../../../../nodes/Pylon/operations/issue/sendAndWait/question';
import { questionPage } from '../../../../nodes/Pylon/operations/issue/sendAndWait/questionPage';

const TYPES = ['text', 'textarea', 'number', 'date', 'email', 'dropdown', 'checkbox', 'radio'];

const form = {
	ask: 'a',
	issueName: '#102',
	text: 'How much may we refund?',
	whoMayAnswer: '',
	answerType: {
		type: 'customForm',
		fields: TYPES.map((type) => ({
			label: `A ${type}`,
			name: type,
			type,
			options: ['One', 'Two'],
			isRequired: true,
			placeholder: '',
			defaultValue: '',
		})),
	},
} as unknown as Question;

test('the page has a language, a title, one heading and one main part', () => {
	const html = page('Please answer', '');
	expect(html).toMatch(/^<!DOCTYPE html><html lang="en">/);
	expect(html).toContain('<title>Please answer</title>');
	expect(html.match(/<(h1|main)>/g)).toEqual(['<main>', '<h1>']);
});

test('every input has a label: its own, or that of a group and of its option', () => {
	const html = questionPage(form, {}, 'UTC');
	for (const [, id] of html.matchAll(/<(?:input|select|textarea) id="([^"]+)"/g))
		expect(html).toContain(`<label for="${id}">`);
	const own = [...html.matchAll(/<(?:input|select|textarea) /g)].length;
	const withId = [...html.matchAll(/<(?:input|select|textarea) id=/g)].length;
	const inLabel = [...html.matchAll(/<label><input /g)].length;
	expect({ withId, inLabel }).toEqual({ withId: TYPES.length - 2, inLabel: 4 });
	expect(withId + inLabel).toBe(own);
	expect(html.match(/<legend>/g)).toHaveLength(2);
});

test('what is wrong has the focus, and is announced', () => {
	const html = questionPage(form, { problem: "'Amount' has to be filled in." }, 'UTC');
	expect(html).toContain('<p class="problem" role="alert" tabindex="-1" autofocus>');
	expect(html.match(/autofocus/g)).toHaveLength(1);
});

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
	const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
	const [red, green, blue] = [1, 3, 5]
		.map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

const schemes = [...page('', '').matchAll(/:root \{([^}]*)\}/g)].map(([, body]) =>
	Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]+)/g)].map(([, ...pair]) => pair)),
);

test('light and dark have enough contrast: 4.5 for text, 3 for the edges of inputs and buttons', () => {
	expect(schemes).toHaveLength(2);
	for (const { back, card, text, soft, edge, accent, problem, 'on-accent': onAccent } of schemes) {
		for (const [one, other] of [
			[text, card],
			[soft, card],
			[problem, card],
			[onAccent, accent],
			[text, back],
		])
			expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
		for (const one of [edge, accent]) expect(contrast(one, card)).toBeGreaterThanOrEqual(3);
	}
});
