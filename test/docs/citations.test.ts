import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { anchorsOf, root, textOf } from './documents';

const LEFT_OUT = new Set(['node_modules', 'dist', 'images', 'results', 'screenshots', '.git']);

function filesIn(folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (LEFT_OUT.has(entry.name)) return [];
		if (entry.isDirectory()) return filesIn(path);
		return /\.(ts|mjs|cjs|js|md|yaml|yml|html)$/.test(entry.name) ? [path] : [];
	});
}

const here = relative(root, __filename);
const files = filesIn('.').filter((file) => file !== here);

interface Citation {
	from: string;
	document: string;
	anchor?: string;
}

/** `docs/x.md` and `docs/x.md#y` in comments and texts, and relative links of the documents. */
function citationsIn(file: string): Citation[] {
	const text = textOf(file);
	const named = [...text.matchAll(/(?<![\w/.-])(docs\/[\w./-]+\.md)(?:#([\w-]+))?/g)].map(
		([, document, anchor]) => ({ document, anchor }),
	);
	const links = file.endsWith('.md')
		? [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
		: [];
	const linked = links.map(([, path, anchor]) => ({
		document: path === '' ? file : normalize(join(dirname(file), path)),
		anchor,
	}));
	return [...named, ...linked].map((citation) => ({ from: file, ...citation }));
}

const citations = files.flatMap(citationsIn);

const problems = ({ document, anchor }: Citation): string | undefined => {
	if (!existsSync(join(root, document))) return 'no such file';
	if (anchor === undefined || statSync(join(root, document)).isDirectory()) return undefined;
	return anchorsOf(document).includes(anchor) ? undefined : 'no such anchor';
};

test('what is cited is there', () => {
	expect(citations.length).toBeGreaterThan(50);
	const broken = citations
		.map((citation) => ({ ...citation, problem: problems(citation) }))
		.filter(({ problem }) => problem !== undefined);
	expect(broken).toEqual([]);
});

/** Where documentation of others was before it moved. n8n's own lint wants the old address of the page on expressions. */
const MOVED = [
	'docs.n8n.io/hosting/',
	'docs.n8n.io/integrations/creating-nodes/',
	'docs.n8n.io/integrations/community-nodes/installation/',
	'docs.zapier.com/platform/',
];

test('nothing cites a page by an address that it had once', () => {
	const old = files.flatMap((file) =>
		MOVED.filter((address) => textOf(file).includes(address)).map(
			(address) => `${file}: ${address}`,
		),
	);
	expect(old).toEqual([]);
});

test('the notes on the API have each anchor once', () => {
	const anchors = [...textOf('docs/pylon-api-notes.md').matchAll(/<a id="([^"]+)"/g)].map(
		([, id]) => id,
	);
	expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
});

test('nothing cites notes that are not in the repository', () => {
	const unknown =
		/(?<!pylon-)api-notes|\bnotes\s+(?:\*\s+)?on\s+(?:\*\s+)?(?:the\s+(?:\*\s+)?API|its API|n8n|Pylon's)(?!, by)|findings\/|\bshared\/(?:pylon|n8n|seeds)/i;
	const citing = files
		.filter((file) => file !== 'docs/pylon-api-notes.md')
		.flatMap((file) => {
			// A public address may end in a name like ours.
			const found = unknown.exec(textOf(file).replace(/https?:\/\/\S+/g, ''));
			return found === null ? [] : [`${file}: ${found[0]}`];
		});
	expect(citing).toEqual([]);
});

test('a document that a comment names by its file name is in the repository', () => {
	const names = new Set(files.map((file) => file.split('/').at(-1)));
	const missing = files
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) =>
			[...textOf(file).matchAll(/^\s*(?:\/\/|\/?\*\*?).*?([\w-]+\.md)\b/gm)].map(([, name]) => ({
				file,
				name,
			})),
		)
		.filter(({ name }) => !names.has(name));
	expect(missing).toEqual([]);
});
