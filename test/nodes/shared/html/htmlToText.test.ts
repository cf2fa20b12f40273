import { htmlToText } from '../../../../nodes/shared/html/htmlToText';

const lines = (...texts: string[]) => texts.join('\n');

describe('paragraphs and lines', () => {
	test.each([
		['<p>Hello Ada,</p><p>it works.</p>', lines('Hello Ada,', '', 'it works.')],
		['<div>One</div><div>Two</div>', lines('One', 'Two')],
		['<div><div>One</div></div>\n\n<div>Two</div>', lines('One', 'Two')],
		['One<br>Two<br/><br />Three<br><br><br>Four', lines('One', 'Two', '', 'Three', '', 'Four')],
		['  <p> a \n\t b&nbsp;&nbsp;c </p> ', 'a b c'],
		['<h2>Steps</h2>text<hr>end', lines('Steps', '', 'text', '---', 'end')],
		['a<b>b</b> <i>c</i>d', 'ab cd'],
		['', ''],
		['<p></p><div> </div>', ''],
	])('%j', (html, text) => expect(htmlToText(html)).toBe(text));
});

describe('lists', () => {
	test.each([
		[
			'<p>To do:</p><ul><li>One</li><li>Two</li></ul><p>End</p>',
			lines('To do:', '', '- One', '- Two', '', 'End'),
		],
		['<ol><li>One<li>Two</ol>', lines('1. One', '2. Two')],
		['<ol start="4"><li>Four</li></ol>', '4. Four'],
		[
			'<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>',
			lines('- One', '  - Inner', '- Two'),
		],
		[
			'<ul><li><p>One</p><p>more of it</p></li><li></li></ul>after',
			lines('- One', '', '  more of it', '', 'after'),
		],
		['</ul></li><li>lost</li>', '- lost'],
	])('%j', (html, text) => expect(htmlToText(html)).toBe(text));
});

describe('links and pictures', () => {
	test.each([
		[
			'See <a href="https://example.com/a?b=1&amp;c=2">the page</a>.',
			'See the page (https://example.com/a?b=1&c=2).',
		],
		['<ul><li><a href="https://www.example.com/">example.com</a></li></ul>', '- example.com'],
		['<a href="mailto:ada@example.com">ada@example.com</a>', 'ada@example.com'],
		['<a href="mailto:ada@example.com">Ada</a>', 'Ada (ada@example.com)'],
		['<a href="https://example.com"><img src="x.png"></a>', '[Image] https://example.com'],
		['<a href="javascript:alert(1)">Click</a> <a name="x">here</a>', 'Click here'],
		[
			'<a href=https://a.example>one<a href=https://b.example>two',
			'one (https://a.example)two (https://b.example)',
		],
		['Look:<img alt="the &quot;error&quot;" src="a.png">here', 'Look: [Image: the "error"] here'],
		['a<img src="https://t.example/open.gif" width="1" height="1">b', 'a b'],
	])('%j', (html, text) => expect(htmlToText(html)).toBe(text));
});

describe('quotes', () => {
	test('what was answered stays, marked line by line', () => {
		const html =
			'<p>Yes.</p><div>On Monday Ada wrote:<blockquote><p>Is it?</p><p>Or not?</p><blockquote>Older</blockquote></blockquote></div><p>Nora</p>';
		expect(htmlToText(html)).toBe(
			lines(
				'Yes.',
				'',
				'On Monday Ada wrote:',
				'',
				'> Is it?',
				'>',
				'> Or not?',
				'>',
				'> > Older',
				'',
				'Nora',
			),
		);
	});

	test('a quote in a list, and one that nobody opened', () => {
		expect(htmlToText('<ul><li>a<blockquote>b</blockquote></li></ul></blockquote>c')).toBe(
			lines('- a', '', '>   b', '', 'c'),
		);
	});

	test('depth has an end', () => {
		expect(htmlToText(`${'<blockquote>'.repeat(50)}deep`)).toBe('> > > > > deep');
	});
});

describe('entities', () => {
	test.each([
		['Q&amp;A &lt;b&gt; &quot;x&quot; &apos;y&apos;', 'Q&A <b> "x" \'y\''],
		['&auml;&Eacute;&ntilde;&szlig; &euro;5 &#8364; &#x1F600; it&rsquo;s', 'äÉñß €5 € 😀 it’s'],
		['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
		[
			'&unknown; &constructor; AT&T &; &#0; &#xD800; &#99999999;',
			'&unknown; &constructor; AT&T &; \uFFFD \uFFFD &#99999999;',
		],
		['pre&shy;view\u200B\uFEFF', 'preview'],
		['👩\u200D💻', '👩\u200D💻'],
	])('%j', (html, text) => expect(htmlToText(`<p>${html}</p>`)).toBe(text));
});

describe('what is not for reading', () => {
	test.each([
		['<style>p { color: red }</style><p>a</p><script>if (1 < 2) alert("<p>x</p>")</script>', 'a'],
		['<!-- <p>secret</p> --><p>a</p><!--[if mso]>x<![endif]-->b', lines('a', '', 'b')],
		['<html><head><title>Mail</title><meta charset="utf-8"></head><body>a</body></html>', 'a'],
		['<!doctype html><?xml version="1.0"?>a', 'a'],
		['a<script>never closed <p>b</p>', 'a'],
		['a<!-- never closed <p>b</p>', 'a'],
		['<SCRIPT>x</SCRIPT >a', 'a'],
		['<!-->a<!--->b<!---->c', 'abc'],
	])('%j', (html, text) => expect(htmlToText(html)).toBe(text));
});

describe('what is no HTML', () => {
	test.each([
		['line one\r\nline two\n\n\n  indented\n', lines('line one', 'line two', '', '  indented')],
		['1 < 2 and 3 > 2, a <b', '1 < 2 and 3 > 2, a <b'],
		['if x<5 then y>7', 'if x<5 then y>7'],
		[
			'Ada <ada@example.com> wrote:\n<https://example.com/a>',
			lines('Ada <ada@example.com> wrote:', '<https://example.com/a>'),
		],
		['<p title="a > b">x</p>', 'x'],
		["<p don't>it's</p>", "it's"],
		['<p title="open>x</p>', 'x'],
		['<constructor>a</constructor>', 'a'],
		['<p', '<p'],
		['< p>a', '< p>a'],
		['a <<b>c</b> <1 <>', 'a <c <1 <>'],
		['<p>see <https://example.com/<b>x</b>></p>', 'see x>'],
	])('%j', (html, text) => expect(htmlToText(html)).toBe(text));
});

describe('tables and preformatted text', () => {
	test('cells stand side by side', () => {
		expect(
			htmlToText(
				'<table><tr><th>Name</th><th>Rows</th></tr><tr><td>Export</td><td>10</td></tr></table>x',
			),
		).toBe(lines('Name | Rows', 'Export | 10', '', 'x'));
	});

	test('code keeps its lines and indents', () => {
		expect(htmlToText('<p>Log:</p><pre>if (a) {\n  <b>go</b> on\n}</pre>done')).toBe(
			lines('Log:', '', 'if (a) {', '  go on', '}', '', 'done'),
		);
	});
});

describe('depth has an end', () => {
	test.each([
		[`${'<ul>'.repeat(12)}<li>a<ul><li>b`, `${'  '.repeat(10)}- a\n${'  '.repeat(10)}- b`],
		[`${'<blockquote><ul><li>'.repeat(500)}x`, `${'> '.repeat(5)}${'  '.repeat(10)}- x`],
		[`<ul>${'<ol>'.repeat(15_000)}<li>x`, '1. x'],
	])('%#', (html, text) => expect(htmlToText(html)).toBe(text.trim()));
});

describe('a first million characters is read', () => {
	const cut = '[Cut here: the message is longer than 1 MB of HTML]';

	test.each([
		['a'.repeat(1_000_000), 'a'.repeat(1_000_000)],
		['a'.repeat(1_000_001), `${'a'.repeat(1_000_000)}\n\n${cut}`],
		[`<p>a</p><img alt="${'b'.repeat(1_000_000)}">`, `a\n\n${cut}`],
		[`a<b>${'c'.repeat(999_995)}😀`, `a${'c'.repeat(999_995)}\n\n${cut}`],
		['<style>'.repeat(200_000), cut],
	])('%#', (html, text) => expect(htmlToText(html) === text).toBe(true));

	test('enough is enough', () => {
		const text = htmlToText('<p>word</p>'.repeat(100_000), 50);
		expect(text.length).toBeGreaterThanOrEqual(50);
		expect(text.length).toBeLessThan(60);
		expect(htmlToText('<p>word</p>', 3)).toBe('word');
	});
});
