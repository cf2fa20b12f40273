import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { renderFigures, type Figure } from './renderFigures';
import { isFull } from './size';

const root = join(__dirname, '..', '..', '..');
const FILE = join(root, 'test', 'queue', 'figures.json');
const PAGE = join(root, 'docs', 'proof.md');

const measured: Figure[] = [];

/**
 * Prints what a test has measured, and keeps it for docs/proof.md.
 *
 * @param what the test; a later run replaces the figure of the same name
 * @param figure what came of it
 */
export function record(what: string, figure: string): void {
	const date = new Date().toISOString().slice(0, 10);
	const machine = `${cpus().length} cores, load average ${loadavg()[0].toFixed(1)}`;
	measured.push({ what, figure, date, machine });
	process.stdout.write(`${what}: ${figure}\n`);
}

/** Writes what was recorded into figures.json and docs/proof.md, if the numbers were the full ones. */
export function saveFigures(versions: Record<string, string>): void {
	if (!isFull || measured.length === 0) return;
	const figures = JSON.parse(readFileSync(FILE, 'utf8')) as Figure[];
	const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
	for (const one of measured.splice(0)) {
		const entry = { ...one, versions: names.join(', ') };
		const index = figures.findIndex(({ what }) => what === one.what);
		if (index >= 0) figures[index] = entry;
		else figures.push(entry);
	}
	writeFileSync(FILE, `${JSON.stringify(figures, null, '\t')}\n`);
	writeFileSync(PAGE, renderFigures(readFileSync(PAGE, 'utf8'), figures));
}
