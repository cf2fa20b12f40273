import { Figures } from '../../support/figures';
import { isFull } from './size';

const figures = new Figures('test:security');

/**
 * Prints what a test has measured, and keeps it for docs/proof.md.
 *
 * @param what the test; a later run replaces the figure of the same name
 * @param figure what came of it
 */
export function record(what: string, figure: string): void {
	figures.record(what, figure);
}

/**
 * Writes what was recorded into figures.json and docs/proof.md, if the numbers were the full ones.
 *
 * @param versions of what was measured, by name
 */
export function saveFigures(versions: Record<string, string>): void {
	if (isFull) figures.save(versions);
}
