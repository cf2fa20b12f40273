import { bombs } from './parts/bombs';
import { drip } from './parts/drip';
import { pages } from './parts/pages';
import { proxies } from './parts/proxies';
import { secrets } from './parts/secrets';
import { saveFigures } from './support/figures';
import { useAttackedN8n } from './support/attackedN8n';

const n8n = useAttackedN8n();
// After each: a run that is interrupted has measured something, too.
afterEach(() => saveFigures({ n8n: n8n().n8nVersion }));

describe('bombs', () => bombs(n8n));
describe('proxies', () => proxies(n8n));
describe('pages', () => pages(n8n));
describe('drip', () => drip(n8n));
// The last one: it looks at what all others have left.
describe('secrets', () => secrets(n8n));
