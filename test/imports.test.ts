import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const root = join(__dirname, '..');

const files = new Set(
	['nodes', 'credentials', 'sandbox', 'scripts', 'bench', 'test'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
			.map((file) => `${folder}/${file.replaceAll(sep, '/')}`),
	),
);

/** The files of this project that a file imports, also for types alone; not those that it loads later (`await import`). */
function importsOf(file: string): string[] {
	const text = readFileSync(join(root, file), 'utf8');
	return [...text.matchAll(/\b(?:from|import) '(\.[^']*)'/g)].flatMap(([, path]) => {
		const target = join(dirname(file), path).replaceAll(sep, '/');
		return [`${target}.ts`, `${target}/index.ts`].find((one) => files.has(one)) ?? [];
	});
}

/** @returns the files of the first circle that is met, the first one again at the end; empty when there is none */
function findCircle(): string[] {
	const done = new Set<string>();
	const visit = (file: string, way: string[]): string[] => {
		if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
		if (done.has(file)) return [];
		for (const imported of importsOf(file)) {
			const circle = visit(imported, [...way, file]);
			if (circle.length > 0) return circle;
		}
		done.add(file);
		return [];
	};
	for (const file of files) {
		const circle = visit(file, []);
		if (circle.length > 0) return circle;
	}
	return [];
}

/** ESLint (`import-x/no-cycle`) leaves out imports of types, and looks only at nodes/ and sandbox/. */
test('no imports go in a circle', () => {
	expect(files.size).toBeGreaterThan(1000);
	expect(findCircle()).toEqual([]);
});
