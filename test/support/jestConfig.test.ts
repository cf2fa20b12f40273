import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Config {
	projects: Array<{ modulePathIgnorePatterns: string[]; testPathIgnorePatterns: string[] }>;
}

test('in a folder whose name would mean something in a pattern, the same files are left out', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'c++ (1) [a] '));
	try {
		for (const name of ['jest.config.js', 'package.json'])
			copyFileSync(join(ROOT, name), join(folder, name));
		symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
		delete process.env.PYLON_TESTS;
		const { projects } = (await import(join(folder, 'jest.config.js'))) as Config;
		const [{ modulePathIgnorePatterns, testPathIgnorePatterns }] = projects;
		const isLeftOut = (patterns: string[], ...path: string[]) =>
			new RegExp(patterns.join('|').replaceAll('<rootDir>', folder)).test(join(folder, ...path));
		expect(isLeftOut(modulePathIgnorePatterns, 'dist', 'nodes', 'a.js')).toBe(true);
		expect(isLeftOut(modulePathIgnorePatterns, 'nodes', 'a.ts')).toBe(false);
		for (const tests of ['e2e', 'queue', 'security', 'soak'])
			expect(isLeftOut(testPathIgnorePatterns, 'test', tests, 'a.test.ts')).toBe(true);
		expect(isLeftOut(testPathIgnorePatterns, 'test', 'nodes', 'a.test.ts')).toBe(false);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
