import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSections } from './sections';

const file = join(__dirname, '..', '..', 'README.md');
writeFileSync(file, withSections(readFileSync(file, 'utf8')));
