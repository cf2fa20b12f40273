import { cancelling } from './parts/cancelling';
import { deliveries } from './parts/deliveries';
import { everything } from './parts/everything';
import { outages } from './parts/outages';
import { polls } from './parts/polls';
import { restarts } from './parts/restarts';
import { secrets } from './parts/secrets';
import { updates } from './parts/updates';
import { workers } from './parts/workers';
import { saveFigures } from './support/figures';
import { useCluster } from './support/useCluster';

const cluster = useCluster();
// After each: a run that is interrupted has measured something, too.
afterEach(() => saveFigures(cluster().versions));

describe('deliveries', () => deliveries(cluster));
describe('updates', () => updates(cluster));
describe('workers', () => workers(cluster));
describe('outages', () => outages(cluster));
describe('restarts', () => restarts(cluster));
describe('cancelling', () => cancelling(cluster));
describe('polls', () => polls(cluster));
describe('everything', () => everything(cluster));
// The last one: it looks at what all others have left.
describe('secrets', () => secrets(cluster));
