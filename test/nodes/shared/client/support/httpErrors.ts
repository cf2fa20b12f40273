import type { INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../../sandbox/pylon';
import { withPylon } from '../../../../support/pylon';
import { getContact } from './run';
import { withVirtualTime } from './virtualTime';

export const pylon = withPylon();
export const time = withVirtualTime();

export const read = getContact(seedIds.contacts.ada);
/**
 * @param fields what is changed
 * @returns the parameters of an update of the record that `read` gets
 */
export const update = (fields: INodeParameters): INodeParameters => ({
	...read,
	operation: 'update',
	updateFields: fields,
});
