import { picker } from '../../parameters/record/recordField';
import { user } from '../../records/user';

export const userId = picker('User', 'userId', 'The user (agent) to work with', user);
