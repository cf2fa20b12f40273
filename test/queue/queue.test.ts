import { deliveries } from './parts/deliveries';
import { useCluster } from './support/useCluster';

const cluster = useCluster();

describe('deliveries', () => deliveries(cluster));
