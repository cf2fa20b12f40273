import { picker } from '../../fields/picker';

export const userId = picker('User', 'userId', 'The user (agent) to work with');
