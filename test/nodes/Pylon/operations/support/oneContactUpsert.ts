import { withPylon } from '../../../../support/pylon';
import { upserting } from './upserts';

export const pylon = withPylon({ checkReplies: true });

export const upsert = upserting('contact', () => pylon.credentials);

export const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);

export const stored = (id: string) => pylon.sim.state.contacts.get(id);

export const count = () => pylon.sim.state.contacts.size;
