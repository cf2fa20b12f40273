import { picker } from '../../fields/picker';
import { user } from '../../records/user';

export const userId = picker('User', 'userId', 'The user (agent) to work with', user);
