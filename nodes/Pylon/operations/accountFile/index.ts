import type { Resource } from '../operation';
import { upload } from './upload';

export const accountFile: Resource = {
	name: 'Account File',
	value: 'accountFile',
	operations: [upload],
	default: 'upload',
};
