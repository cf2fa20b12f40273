import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seedIds } from '../../../../../sandbox/pylon';
import { byId } from '../../../../support/locator';
import { withPylon } from '../../../../support/pylon';
import { runIssue, say, silence } from './conversations';

export const pylon = withPylon({ checkReplies: true });

export const { initech, first } = seedIds.issues;

export const { nora } = seedIds.users;

export const { dmitri, carla } = seedIds.contacts;

export const ours = 'support@northwind.example';

export const theirs = 'dmitri@initech.example';

export const customer = { contact_id: dmitri };

export const agent = { user_id: nora };

/**
 * Runs 'Issue: Reply' in Initech's issue.
 * @param more further parameters, or others
 * @returns what the run came to
 */
export const reply = async (more: INodeParameters = {}) =>
	await runIssue(pylon, { operation: 'reply', issueId: byId(initech), message: 'Hello', ...more });

/**
 * @param run what `reply` returned
 * @returns what the first item says of how the reply was delivered; undefined where there is no item
 */
export const deliveryOf = ({ items }: Awaited<ReturnType<typeof reply>>) =>
	items[0]?.json.delivery as IDataObject | undefined;

/**
 * Adds a message to Initech's issue.
 * @param minute see `say`
 * @param message see `say`
 * @returns the message's ID
 */
export const tell = (minute: number, message: Parameters<typeof say>[3]) =>
	say(pylon.sim, initech, minute, message);

beforeEach(() => silence(pylon.sim, initech));
