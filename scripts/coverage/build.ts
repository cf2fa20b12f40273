import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageDocument } from './document';

const folder = join(__dirname, '..', '..', 'docs');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'coverage.md'), coverageDocument());
