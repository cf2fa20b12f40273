import type { IWebhookFunctions } from 'n8n-workflow';
import { secretsFor } from '../../../nodes/PylonTrigger/receive/secrets';
import { credentials, PREVIOUS, SECRET } from './support/deliveries';

type Credential = Record<string, unknown>;

/** A trigger whose credential is read when the test says so; n8n makes a context for each call. */
function trigger(credentialId = 'one', mode = 'webhook') {
	const reads: Array<Deferred<Credential>> = [];
	const context = () =>
		({
			getNode: () => ({ id: 'node', credentials: { pylonApi: { id: credentialId, name: 'P' } } }),
			getWorkflow: () => ({ id: 'workflow' }),
			getMode: () => mode,
			getCredentials: async () => {
				const read = deferred<Credential>();
				reads.push(read);
				return await read.promise;
			},
		}) as unknown as IWebhookFunctions;
	return { reads, read: async () => await secretsFor('signature', context()) };
}

interface Deferred<T> {
	promise: Promise<T>;
	resolve: (value: T) => void;
	reject: (error: Error) => void;
}

function deferred<T>(): Deferred<T> {
	const made = {} as Deferred<T>;
	made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
	return made;
}

const secrets = { secrets: [SECRET, PREVIOUS] };

test('calls that come in while the credential is read share the read', async () => {
	const { reads, read } = trigger();
	const three = [read(), read(), read()];
	reads[0].resolve(credentials);
	expect(await Promise.all(three)).toEqual([secrets, secrets, secrets]);
	expect(reads).toHaveLength(1);
});

test('a new secret holds from the next read on', async () => {
	const { reads, read } = trigger();
	const before = read();
	reads[0].resolve(credentials);
	await before;
	const after = read();
	reads[1].resolve({ ...credentials, rotateSecret: false, webhookSecret: 'another' });
	expect(await after).toEqual({ secrets: ['another'] });
});

test('a read that fails, fails for those who share it and for nobody else', async () => {
	const { reads, read } = trigger();
	const two = [read(), read()];
	reads[0].reject(new Error('no key'));
	for (const outcome of await Promise.allSettled(two)) expect(outcome.status).toBe('rejected');
	const next = read();
	reads[1].resolve(credentials);
	expect(await next).toEqual(secrets);
});

test('another credential is another read', async () => {
	const [one, other] = [trigger('one'), trigger('other')];
	const both = [one.read(), other.read()];
	one.reads[0].resolve(credentials);
	other.reads[0].resolve({ ...credentials, useWithTrigger: false });
	expect(await Promise.all(both)).toEqual([secrets, { switchedOff: 'Use With Pylon Trigger' }]);
});

test('a call in the editor is a read of its own: expressions in the credential may depend on the mode', async () => {
	const [published, tested] = [trigger(), trigger('one', 'manual')];
	const both = [published.read(), tested.read()];
	published.reads[0].resolve(credentials);
	tested.reads[0].resolve({ ...credentials, rotateSecret: false, webhookSecret: 'another' });
	expect(await Promise.all(both)).toEqual([secrets, { secrets: ['another'] }]);
});
