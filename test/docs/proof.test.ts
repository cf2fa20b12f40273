import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderFigures, type Figure } from '../queue/support/renderFigures';

const root = join(__dirname, '..', '..');

test('docs/proof.md has the figures that npm run test:queue has written', () => {
	const page = readFileSync(join(root, 'docs', 'proof.md'), 'utf8');
	const figures = JSON.parse(
		readFileSync(join(root, 'test', 'queue', 'figures.json'), 'utf8'),
	) as Figure[];
	expect(renderFigures(page, figures)).toBe(page);
});
