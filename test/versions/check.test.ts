import type { ConnectedN8n } from '../../sandbox/n8n/sandbox';
import { type Check, NotApplicable, outcomeOf } from './check';
import { withPylon } from '../support/pylon';

const pylon = withPylon();
const connected = () => ({ pylon: pylon.sim }) as unknown as ConnectedN8n;
const checkOf = (run: Check['run']): Check => ({ id: 'x1', title: 'X', run });

test('a check that ends is a yes, one that throws is a no with its words, one that cannot be is n.a.', async () => {
	await expect(
		outcomeOf(
			checkOf(async () => undefined),
			connected(),
		),
	).resolves.toEqual({ result: 'yes' });
	await expect(
		outcomeOf(
			checkOf(() => Promise.reject(new Error('1 !== 2'))),
			connected(),
		),
	).resolves.toEqual({ result: 'no', reason: '1 !== 2' });
	const missing = () => Promise.reject(new NotApplicable('No such node'));
	await expect(outcomeOf(checkOf(missing), connected())).resolves.toEqual({
		result: 'n.a.',
		reason: 'No such node',
	});
});

test('each check begins with a simulated Pylon as at its start', async () => {
	const spoil = checkOf(async (n8n) => {
		n8n.pylon.faults.add({ kind: 'reset' });
		n8n.pylon.limits.set({ perMinute: 1 });
		n8n.pylon.state.contacts.clear();
	});
	await outcomeOf(spoil, connected());
	const look = checkOf(async (n8n) => {
		expect(n8n.pylon.faults.list()).toEqual([]);
		expect(n8n.pylon.limits.get()).toBe(false);
		expect(n8n.pylon.state.contacts.size).toBeGreaterThan(0);
	});
	await expect(outcomeOf(look, connected())).resolves.toEqual({ result: 'yes' });
});

test('what a check has started is ended in reverse order, also when it fails, and a failing end changes nothing', async () => {
	const done: string[] = [];
	const check = checkOf(async (n8n) => {
		n8n.after(async () => done.push('first'));
		n8n.after(() => Promise.reject(new Error('no end')));
		n8n.after(async () => done.push('last'));
		throw new Error('not so');
	});
	await expect(outcomeOf(check, connected())).resolves.toEqual({
		result: 'no',
		reason: 'not so',
	});
	expect(done).toEqual(['last', 'first']);
});
