import type { Resource } from '../resource';
import { upload } from './upload';

export const accountFile: Resource = {
	name: 'Account File',
	value: 'accountFile',
	operations: [upload],
	default: 'upload',
};
