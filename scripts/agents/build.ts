import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentsDocument } from './document';

const path = join(__dirname, '..', '..', 'docs', 'ai-agents.md');
writeFileSync(path, agentsDocument(readFileSync(path, 'utf8')));
