import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { renderFigures, type Figure, type Measuring } from './renderFigures';

const root = join(__dirname, '..', '..');
const PAGE = join(root, 'docs', 'proof.md');

/**
 * @param command what measures, e.g. `test:queue`
 * @returns path of the file with its figures, from which the table in docs/proof.md is made
 */
const figuresFile = (command: Measuring): string =>
	join(root, 'test', command.replace('test:', ''), 'figures.json');

/**
 * @param command what measures, e.g. `test:queue`
 * @returns its figures so far, in their order
 */
export const readFigures = (command: Measuring): Figure[] => {
	const file = figuresFile(command);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figure[]) : [];
};

/** Collects what the tests of one command measure, for docs/proof.md. */
export class Figures {
	private readonly measured: Figure[] = [];

	/** @param command whose table they go to */
	constructor(private readonly command: Measuring) {}

	/**
	 * Prints what a test has measured, and keeps it for docs/proof.md.
	 *
	 * @param what the test; a later run replaces the figure of the same name
	 * @param figure what came of it
	 */
	record(what: string, figure: string): void {
		const date = new Date().toISOString().slice(0, 10);
		const machine = `${cpus().length} cores, load average ${loadavg()[0].toFixed(1)}`;
		this.measured.push({ what, figure, date, machine });
		process.stdout.write(`${what}: ${figure}\n`);
	}

	/**
	 * Writes what was recorded into figures.json and docs/proof.md.
	 *
	 * @param versions of what was measured, by name, e.g. `{ n8n: '2.41.1' }`
	 */
	save(versions: Record<string, string>): void {
		if (this.measured.length === 0) return;
		const figures = readFigures(this.command);
		const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
		for (const one of this.measured.splice(0)) {
			const entry = { ...one, versions: names.join(', ') };
			const index = figures.findIndex(({ what }) => what === one.what);
			if (index >= 0) figures[index] = entry;
			else figures.push(entry);
		}
		writeFileSync(figuresFile(this.command), `${JSON.stringify(figures, null, '\t')}\n`);
		writeFileSync(PAGE, renderFigures(readFileSync(PAGE, 'utf8'), this.command, figures));
	}
}

/**
 * @param command what measures
 * @param isFull whether its tests do all that docs/proof.md tells of; otherwise nothing is written
 * @returns `Figures.record` and `Figures.save` for the tests of the command
 */
export function figuresOf(command: Measuring, isFull: boolean) {
	const figures = new Figures(command);
	return {
		record: (what: string, figure: string): void => figures.record(what, figure),
		saveFigures(versions: Record<string, string>): void {
			if (isFull) figures.save(versions);
		},
	};
}
