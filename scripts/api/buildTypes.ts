import { writeFileSync } from 'node:fs';
import { TYPES_FILE, typesFile } from './types';

writeFileSync(TYPES_FILE, typesFile());
