import { Figures } from '../../support/figures';
import { isFull } from './size';

const figures = new Figures('test:security');

/** Prints what a test has measured, and keeps it for docs/proof.md. */
export const record = (what: string, figure: string): void => figures.record(what, figure);

/** Writes what was recorded into figures.json and docs/proof.md, if the numbers were the full ones. */
export function saveFigures(versions: Record<string, string>): void {
	if (isFull) figures.save(versions);
}
