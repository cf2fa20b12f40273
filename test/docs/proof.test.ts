import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readFigures } from '../support/figures';
import { renderFigures } from '../support/renderFigures';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'proof.md'), 'utf8');

test.each(['test:queue', 'test:security', 'test:soak'] as const)(
	'docs/proof.md has the figures that npm run %s has written',
	(command) => {
		const figures = readFigures(command);
		expect(figures).not.toEqual([]);
		expect(renderFigures(page, command, figures)).toBe(page);
	},
);
