import { NodeApiError, type INode } from 'n8n-workflow';

import { addToError, errorDetails, toErrorItem } from '../../../../nodes/shared/client/errors';
import { seedIds } from '../../../../sandbox/pylon';
import { withPylon } from '../../../support/pylon';
import { getContact, runPylon } from './support/run';

const pylon = withPylon();
const node: INode = {
	id: '1',
	name: 'Pylon',
	type: 'pylon',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Versions before 2.4x have no such field. */
const failureOf = (cause: string) =>
	'failure' in new NodeApiError(node, {}) ? { failure: { cause } } : {};

test("what n8n shows: Pylon's words, its body, the status, the item and why", async () => {
	const inputs = [{ id: seedIds.contacts.ada }, { id: 'nobody' }];
	const { error } = await runPylon(pylon.credentials, getContact(), inputs);
	expect(error).toBeInstanceOf(NodeApiError);
	const { requestId } = pylon.sim.requests[1];
	expect(error).toMatchObject({
		message: "Pylon has no record 'nobody' for 'Contact': Contact not found! [item 1]",
		httpCode: '404',
		...failureOf('configuration-invalid'),
		context: {
			itemIndex: 1,
			data: { errors: ['Contact not found!'], code: 'not_found', request_id: requestId },
			pylon: { status: 404, code: 'not_found', requestId },
		},
	});
	// It is stored with the execution: the token must not be.
	expect(JSON.stringify(error)).not.toContain(pylon.sim.tokens.us);
});

test.each([
	[401, 'credential-invalid'],
	[403, 'credential-invalid'],
	[503, 'temporarily-unavailable'],
	[400, 'configuration-invalid'],
])("n8n's own cause of a %d is %s", async (status, cause) => {
	pylon.sim.faults.add({ kind: 'status', status });
	const parameters = { ...getContact(seedIds.contacts.ada), requestOptions: { maxTries: 1 } };
	const { error } = await runPylon(pylon.credentials, parameters);
	expect(error).toMatchObject({ httpCode: String(status), ...failureOf(cause) });
});

test('a token that an answer repeats stands nowhere in the item', async () => {
	const { us: token } = pylon.sim.tokens;
	const body = { errors: [`Cannot read 'Bearer ${token}'`], code: token, request_id: `r-${token}` };
	pylon.sim.faults.add({ kind: 'status', status: 400, body });
	const { items } = await runPylon(pylon.credentials, getContact(seedIds.contacts.ada), [{}], {
		onError: 'continueRegularOutput',
	});
	expect(items[0].json.error).toMatchObject({
		message: "Pylon refused the values: Cannot read 'Bearer ***'",
		code: '***',
		requestId: 'r-***',
	});
	const { error } = await runPylon(pylon.credentials, getContact(seedIds.contacts.ada));
	expect(JSON.stringify([items, error, error?.stack])).not.toContain(token);
});

test('an item of an error that is not ours', () => {
	expect(toErrorItem(new Error('no'), 2)).toEqual({
		json: { error: { message: 'no' } },
		pairedItem: { item: 2 },
	});
	expect(toErrorItem('no', 2)).toEqual({
		json: { error: { message: 'no' } },
		pairedItem: { item: 2 },
	});
	expect(errorDetails('no')).toEqual({});
});

test('what an operation adds', () => {
	const error = new NodeApiError(node, {}, { message: 'No.', description: 'Try again.' });
	error.context.pylon = { status: 404 };
	const added = addToError(error, 'Merged: none.', { merged: [] });
	expect(added).toBe(error);
	expect(toErrorItem(added, 0).json).toEqual({
		error: { message: 'No.', description: 'Try again. Merged: none.', status: 404, merged: [] },
	});
});
