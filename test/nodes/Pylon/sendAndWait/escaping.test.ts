import fc from 'fast-check';
import {
	decidedPage,
	questionPage,
	thanksPage,
} from '../../../../nodes/Pylon/operations/issue/sendAndWait/questionPage';
import {
	followUpHtml,
	notTakenHtml,
	noteHtml,
	toolCallHtml,
} from '../../../../nodes/Pylon/operations/issue/sendAndWait/note';
import type { Question } from '../../../../nodes/Pylon/operations/issue/sendAndWait/question';
import { htmlToText } from '../../../../nodes/shared/html/htmlToText';

/** Texts that try to be more than text. */
const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'<script>',
				'</textarea>',
				'"',
				"'",
				'>',
				'<img src=x onerror=alert(1)>',
				'&lt;',
				'&',
				'-->',
				'</style>',
				'javascript:alert(1)',
				'\n',
			),
			fc.string({ unit: 'binary', maxLength: 8 }),
		),
		{ maxLength: 8 },
	)
	.map((parts) => parts.join(''));

const record = fc.record({ text: hostile, label: hostile, name: hostile, value: hostile });

/** The tags of a page, with what stands in them: none of a text may be among them. */
const tagsOf = (html: string): string[] =>
	[...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));

const questionOf = ({ text, label, name, value }: Record<string, string>): Question => ({
	ask: '0',
	issueId: 'id',
	issueName: name,
	text,
	answerType: {
		type: 'customForm',
		fields: (['text', 'textarea', 'dropdown', 'radio', 'checkbox', 'number'] as const).map(
			(type) => ({
				name,
				label,
				type,
				isRequired: true,
				options: [`o${value}`],
				placeholder: `p${label}`,
				defaultValue: `d${value}`,
			}),
		),
	},
	whoMayAnswer: `w${label}`,
	followUp: true,
	isReview: false,
});

const plain = { text: 'a', label: 'b', name: 'c', value: 'd' };
const sent = (value: string) => ({ 'field-0': `x${value}`, 'field-1': `x${value}` });

test('whatever stands in a question or an answer, the page has the same tags', () => {
	const page = (given: Record<string, string>) =>
		questionPage(
			questionOf(given),
			{ problem: `x${given.text}`, sent: sent(given.value), choice: given.name },
			'UTC',
		);
	const tags = tagsOf(page(plain));
	fc.assert(
		fc.property(record, (given) => {
			expect(tagsOf(page(given))).toEqual(tags);
		}),
	);
});

test('whatever the labels are, the page of an approval has the same tags, and only its own addresses', () => {
	const page = (label: string) =>
		questionPage(
			{
				...questionOf(plain),
				answerType: {
					type: 'approval',
					approveLabel: `a${label}`,
					declineLabel: label,
					withReason: true,
				},
			},
			{ sent: { reason: label } },
			'UTC',
		);
	const tags = tagsOf(page('x'));
	fc.assert(fc.property(hostile, (label) => expect(tagsOf(page(label))).toEqual(tags)));
});

test('a note shows a label as text, and its links are ours', () => {
	const links = {
		approve: 'https://n8n.example/a?b=1&c=2',
		decline: 'https://n8n.example/d',
		respond: 'https://n8n.example/r',
	};
	fc.assert(
		fc.property(hostile, (label) => {
			const answerType = {
				type: 'approval',
				approveLabel: `a${label}`,
				declineLabel: `b${label}`,
				withReason: false,
			} as const;
			const html = noteHtml({ answerType, whoMayAnswer: `w${label}` }, '', links, 'UTC');
			expect(tagsOf(html).filter((tag) => /^<a/.test(tag))).toEqual(['<a href="">', '<a href="">']);
			expect(html).not.toMatch(/<(script|img)/i);
		}),
	);
});

test('an answer is written into the issue as text', () => {
	const answeredAt = '2026-11-28T10:00:00.000Z';
	fc.assert(
		fc.property(hostile, hostile, (one, other) => {
			const answer = {
				answeredAt,
				reason: `r${one}`,
				text: `t${other}`,
				form: { [`f${one}`]: other },
			};
			const allowed = /^<\/?(p|b|br|ul|li)>$/;
			expect(tagsOf(followUpHtml(answer, 'UTC')).filter((tag) => !allowed.test(tag))).toEqual([]);
			expect(tagsOf(notTakenHtml(answer, 'UTC')).every((tag) => allowed.test(tag))).toBe(true);
			const call = toolCallHtml({ tool: one, toolParameters: { [`k${one}`]: { deep: other } } });
			expect(tagsOf(call).filter((tag) => !allowed.test(tag))).toEqual([]);
			expect(tagsOf(thanksPage({ answeredAt, followUpError: one }))).toEqual(
				tagsOf(thanksPage({ answeredAt, followUpError: 'x' })),
			);
			expect(decidedPage(answer, 'UTC')).not.toContain('<script');
		}),
	);
});

test('values of a tool call can be read: names, lists and objects', () => {
	const html = toolCallHtml({
		tool: 'Merge accounts',
		toolParameters: { duplicate: 'a<b', names: ['x', 'y'], deep: { on: true, n: 1 }, none: null },
	});
	expect(htmlToText(html)).toBe(
		'Tool: Merge accounts\n\nValues that the model has set:\n\n- duplicate: a<b\n- names: [\n  "x",\n  "y"\n  ]\n- deep: {\n  "on": true,\n  "n": 1\n  }\n- none: null',
	);
});
