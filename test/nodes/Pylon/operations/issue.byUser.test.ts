import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { runPylon } from '../../shared/client/support/run';

/** An issue that a colleague opened: its requester is one of Pylon's users, of whom `GET /contacts/{id}` knows nothing. */
const { byUser } = seedIds.issues;
const { omar } = seedIds.users;

const pylon = withPylon({ checkReplies: true });

async function run(operation: string, more: INodeParameters = {}): Promise<IDataObject[]> {
	const { items, error } = await runPylon(pylon.credentials, {
		resource: 'issue',
		operation,
		issueId: byId(byUser),
		...more,
	});
	if (error) throw error;
	return items.map(({ json }) => json);
}

const nameAndEmail = () => {
	const { name, email } = pylon.sim.state.users.get(omar) ?? {};
	expect(email).toMatch(/@/);
	return { name, email };
};

test('a simplified issue promises no name and no email that nobody looked up', async () => {
	const [issue] = await run('get');
	expect(issue.requester_id).toBe(omar);
	expect(Object.keys(issue).filter((key) => /_(?:name|email)$/.test(key))).toEqual([]);
});

test('Add Names finds the colleague among the users', async () => {
	const { name, email } = nameAndEmail();
	const [issue] = await run('get', { addNames: true });
	expect(issue).toMatchObject({ requester_id: omar, requester_name: name, requester_email: email });
});

test('Get Context has the colleague, and says that it is none of the customers', async () => {
	const [{ requester }] = await run('getContext');
	expect(requester).toMatchObject({ id: omar, kind: 'agent', ...nameAndEmail() });
});

test('Reply answers to whom the colleague has written, not to the colleague', async () => {
	const { state } = pylon.sim;
	const emailInfo = { to_emails: ['farid@globex.example'], cc_emails: [nameAndEmail().email] };
	const id = state.newId('message');
	const created_at = new Date(Date.now() - 1000).toISOString();
	state.messages.set(id, {
		id,
		issue_id: byUser,
		author: { user_id: omar },
		is_private: false,
		message_html: '<p>We have found something.</p>',
		source: 'email',
		file_urls: [],
		email_info: emailInfo,
		thread_id: null,
		created_at,
	});
	await run('reply', { message: 'It is repaired.' });
	const reply = pylon.sim.requests.find(({ operationId }) => operationId === 'createIssueReply');
	expect(reply?.body).toMatchObject({
		message_id: id,
		email_info: { to_emails: ['farid@globex.example'] },
	});
	expect((reply?.body as { email_info: IDataObject }).email_info.cc_emails).toBeUndefined();
});
