import { withPylon } from '../../../../support/pylon';
import { upserting } from './upserts';

export const pylon = withPylon({ checkReplies: true });

export const upsert = upserting('contact', () => pylon.credentials);

/** @returns the operations that the simulated Pylon was asked for, in order */
export const operations = () => pylon.sim.requests.map(({ operationId }) => operationId);

/**
 * @param id of a contact
 * @returns the contact as the simulated Pylon has it; undefined when there is none
 */
export const stored = (id: string) => pylon.sim.state.contacts.get(id);

/** @returns how many contacts the simulated Pylon has */
export const count = () => pylon.sim.state.contacts.size;
