import { markdownToHtml } from '../../../../../nodes/shared/html/markdown/markdownToHtml';
import { plainTextToHtml } from '../../../../../nodes/shared/html/plainTextToHtml';

describe('Markdown', () => {
	test.each([
		['', ''],
		[' \n\n', ''],
		[
			'Hi,\n\nplease try **this**:\n- one\n- two\n\nif a < b write to <help@x.example>',
			'<p>Hi,</p>\n<p>please try <strong>this</strong>:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>if a &lt; b write to <a href="mailto:help@x.example">help@x.example</a></p>',
		],
		['Best regards,\r\nNora', '<p>Best regards,<br>\nNora</p>'],
		[
			'<script>alert(1)</script><b onclick="x">b</b>',
			'<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>',
		],
		['<div>\n*a*\n</div>', '<p>&lt;div&gt;<br>\n<em>a</em><br>\n&lt;/div&gt;</p>'],
		[
			'```js\nif (a < b) {\n  go();\n}\n```',
			'<pre><code class="language-js">if (a &lt; b) {\n  go();\n}\n</code></pre>',
		],
		[
			'1. one\n   - inner\n2. two',
			'<ol>\n<li>one\n<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>two</li>\n</ol>',
		],
		[
			'snake_case_name and 2 * 3 * 4 and ~5 to ~10',
			'<p>snake_case_name and 2 * 3 * 4 and ~5 to ~10</p>',
		],
		[
			'![a "b"](https://x.example/i.png "t")',
			'<p><img src="https://x.example/i.png" alt="a &quot;b&quot;" title="t"></p>',
		],
	])('%j', (markdown, html) => expect(markdownToHtml(markdown)).toBe(html));
});

describe('links', () => {
	const link = (address: string, text = address) => `<a href="${address}">${text}</a>`;

	test.each([
		['https://a.example/x_y_z*?b=1&c=2.', `${link('https://a.example/x_y_z*?b=1&amp;c=2')}.`],
		[
			'(see https://a.example/b_(c)), **https://b.example**',
			`(see ${link('https://a.example/b_(c)')}), <strong>${link('https://b.example')}</strong>`,
		],
		['[https://a.example](https://a.example)', link('https://a.example')],
		[
			'[see https://a.example](https://b.example)',
			link('https://b.example', 'see https://a.example'),
		],
		['xhttps://a.example https:// http', 'xhttps://a.example https:// http'],
		[
			'[call](tel:+49123) [mail](MAILTO:a@b.example)',
			`${link('tel:+49123', 'call')} ${link('MAILTO:a@b.example', 'mail')}`,
		],
		['[a][1]\n\n[1]: https://a.example', link('https://a.example', 'a')],
		['<https://a.example/?q=ü>', link('https://a.example/?q=%C3%BC', 'https://a.example/?q=ü')],
	])('%j', (markdown, html) => expect(markdownToHtml(markdown)).toBe(`<p>${html}</p>`));

	test.each(
		[
			'javascript:alert(1)',
			'JaVaScRiPt:alert(1)',
			'java&#115;cript:alert(1)',
			'&#1;javascript:x',
			'data:text/html,x',
			'vbscript:x',
			'file:///etc',
			'/a',
			'//a.example',
			'a.example',
			'#a',
			'',
			'https:',
			'https://',
			'blob:a',
		].flatMap((address) => [
			`[x](${address})`,
			`[x](<${address}>)`,
			`![x](${address})`,
			`[x]\n\n[x]: ${address}`,
			`<${address}>`,
		]),
	)('no other addresses: %j', (markdown) => {
		expect(markdownToHtml(markdown)).not.toMatch(/<(?!\/?p>|br>)/);
	});

	test.each(['mailto:a@b.example', 'tel:1', 'data:image/png;base64,x'])(
		'no picture from %s',
		(address) => {
			expect(markdownToHtml(`![x](${address})`)).not.toContain('<img');
		},
	);
});

test('nothing but the tags of ours comes out, whatever goes in', () => {
	const signs = [
		'<',
		'>',
		'"',
		"'",
		'&',
		'=',
		'on',
		'x',
		' ',
		'\n',
		'`',
		'*',
		'[',
		']',
		'(',
		')',
		'!',
		'https://a.example/',
		'javascript:',
		'|',
		'-',
		'\\',
		'#',
		'img',
	];
	const tag =
		/<(?:\/?(?:p|em|strong|s|ul|ol|li|blockquote|h[1-6]|table|thead|tbody|tr|a)|br|hr|pre|\/pre|code(?: class="language-[^"<>]*")?|\/code|t[hd](?: style="text-align:(?:left|right|center)")?|\/t[hd]|ol start="\d+"|a href="[^"<>]*"(?: title="[^"<>]*")?|img src="[^"<>]*" alt="[^"<>]*"(?: title="[^"<>]*")?)>/g;
	let seed = 7;
	const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
	for (let round = 0; round < 5000; round++) {
		const markdown = Array.from({ length: 3 + next(40) }, () => signs[next(signs.length)]).join('');
		const html = markdownToHtml(markdown);
		expect(html.replace(tag, '')).not.toMatch(/[<>"]/);
		for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g))
			expect(address).toMatch(/^(https?:\/\/|mailto:|tel:)/i);
	}
});

test('the mark of a quote is indented by three spaces at most', () => {
	expect(markdownToHtml('> a\n   > b')).toBe('<blockquote>\n<p>a<br>\nb</p>\n</blockquote>');
	expect(markdownToHtml('> a\n    > b')).toBe('<blockquote>\n<p>a<br>\n&gt; b</p>\n</blockquote>');
});

test('no null character gets out', () => {
	expect(markdownToHtml('a\0b')).toBe('<p>a\ufffdb</p>');
});

test('parentheses nest 32 deep in an address', () => {
	const linkTo = (depth: number) =>
		markdownToHtml(`[a](https://x.example/${'('.repeat(depth)}${')'.repeat(depth)})`);
	expect(linkTo(32)).toMatch(/^<p><a /);
	expect(linkTo(33)).not.toMatch(/^<p><a /);
});

test('a table has 200 columns at most', () => {
	const table = (columns: number) =>
		markdownToHtml(`${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|`);
	expect(table(200)).toMatch(/^<table>/);
	expect(table(201)).not.toMatch(/^<table>/);
});

test('a picture comes from the web only, whatever its address holds', () => {
	expect(markdownToHtml('![a](javascript:https://x.example)')).not.toContain('<img');
});

test('half of a character in an address does no harm', () => {
	expect(markdownToHtml('[a](https://x.example/\ud83d)')).toBe(
		'<p><a href="https://x.example/%EF%BF%BD">a</a></p>',
	);
});

test('where a deep quote ends, a list may begin', () => {
	const html = markdownToHtml(`${'> '.repeat(19)}a\n\n> - b`);
	expect(html).toContain('<li>b</li>');
	expect(markdownToHtml(`${'> '.repeat(19)}a\n> - b`)).toContain('<li>b</li>');
});

test('quotes and lists nest 20 deep', () => {
	const depth = (html: string) => html.match(/<blockquote>|<ul>/g)?.length;
	expect(depth(markdownToHtml(`${'> '.repeat(100)}x`))).toBeLessThan(20);
	expect(depth(markdownToHtml(`${'- '.repeat(100)}x`))).toBeLessThan(20);
	expect(markdownToHtml(`${'> '.repeat(12)}x`).match(/<blockquote>/g)).toHaveLength(12);
});

describe('plain text', () => {
	test.each([
		['', ''],
		[' \n\t\n', ''],
		[
			'Hi,\n\nif a < b & "c"\nwrite to <help@x.example>\r\n\r\n\r\nNora',
			'<p>Hi,</p><p>if a &lt; b &amp; &quot;c&quot;<br>write to &lt;help@x.example&gt;</p><p>Nora</p>',
		],
		['a\n  b   c\n\td', '<p>a<br>&nbsp; b&nbsp;&nbsp; c<br>&nbsp;&nbsp;&nbsp; d</p>'],
		[' one', '<p>&nbsp;one</p>'],
		['a\n b', '<p>a<br>&nbsp;b</p>'],
		['a\rb\r\nc\r\rd', '<p>a<br>b<br>c</p><p>d</p>'],
		['**not bold** &amp; - no list', '<p>**not bold** &amp;amp; - no list</p>'],
	])('%j', (text, html) => expect(plainTextToHtml(text)).toBe(html));
});
