import assert from 'node:assert/strict';
import { seedIds } from '../../../sandbox/pylon';
import type { Check, N8nUnderTest } from '../check';
import { by, type Json, linkOf, runPylon, runWell, wordsOf } from '../support/flow';
import type { ExecutionItem } from '../../../sandbox/n8n/api';

const { ada, ben, carla } = seedIds.contacts;
const MISSING = 'c0ffee00-0000-4000-8000-00000000dead';

const getContact: Json = {
	resource: 'contact',
	operation: 'get',
	contactId: by('id', '={{ $json.contact }}'),
};
const create: Json = {
	resource: 'issue',
	operation: 'create',
	title: 'Only once',
	message: 'Hello',
	requesterId: by('id', carla),
};
const three = [ada, ben, carla].map((contact) => ({ contact }));
const middleMissing = [ada, MISSING, carla].map((contact) => ({ contact }));

/** Everything that an error item says. */
const said = ({ json, error }: ExecutionItem): string =>
	`${JSON.stringify(json)} ${error ? wordsOf(error) : ''}`;

/** Three reads, of which the first fails once and is repeated. */
async function readInSpiteOf(n8n: N8nUnderTest): Promise<void> {
	const { json, outputs } = await runWell(n8n, getContact, { items: three });
	assert.deepEqual(
		json.map(({ id }) => id),
		[ada, ben, carla],
	);
	assert.deepEqual(outputs[0].map(linkOf), [0, 1, 2]);
	assert.equal(n8n.pylon.countOf('getContact'), 4);
}

export const failures: Check[] = [
	{
		id: 'r1',
		title: '429 once: the node waits as long as Pylon asks, and no item is lost',
		async run(n8n) {
			n8n.pylon.faults.add({ kind: 'rate-limited', waitMs: 2000, nth: [1] });
			const started = Date.now();
			await readInSpiteOf(n8n);
			assert.ok(Date.now() - started >= 2000, 'It did not wait.');
		},
	},
	{
		id: 'r2',
		title: '503 on a read: the node repeats it',
		async run(n8n) {
			n8n.pylon.faults.add({ kind: 'status', status: 503, nth: [1] });
			await readInSpiteOf(n8n);
		},
	},
	{
		id: 'r3',
		title: 'A connection reset on a read: the node repeats it',
		async run(n8n) {
			n8n.pylon.faults.add({ kind: 'reset', nth: [1] });
			await readInSpiteOf(n8n);
		},
	},
	{
		id: 'r4',
		title:
			'502 after Pylon has processed a create: sent once, and the error says that it may have been processed',
		async run(n8n) {
			n8n.pylon.faults.add({ kind: 'status', status: 502, processed: true, nth: [1] });
			const { error } = await runPylon(n8n, create);
			assert.match(String(error), /may have processed/);
			assert.equal(n8n.pylon.countOf('createIssue'), 1);
		},
	},
	{
		id: 'r5',
		title: "400: the error has Pylon's message and request ID",
		async run(n8n) {
			const body = { errors: ['title: must not be a haiku'], request_id: 'req-of-the-haiku' };
			n8n.pylon.faults.add({ kind: 'status', status: 400, body });
			const { error } = await runPylon(n8n, create);
			assert.match(String(error), /must not be a haiku/);
			assert.match(String(error), /req-of-the-haiku/);
		},
	},
	{
		id: 'r6',
		title: '404: the error names the record and the parameter',
		async run(n8n) {
			const { error } = await runPylon(n8n, getContact, { items: [{ contact: MISSING }] });
			assert.match(String(error), new RegExp(MISSING));
			assert.match(String(error), /'Contact'/);
		},
	},
	{
		id: 'e1',
		title: 'On Error: Continue, three items linked to their input',
		async run(n8n) {
			const { outputs } = await runPylon(n8n, getContact, {
				items: middleMissing,
				onError: 'continueRegularOutput',
			});
			assert.deepEqual(outputs[0].map(linkOf), [0, 1, 2]);
			assert.deepEqual(
				outputs[0].map(({ json }) => json.id),
				[ada, undefined, carla],
			);
		},
	},
	{
		id: 'e2',
		title: 'On Error: Continue (using error output), two items and one item, linked to their input',
		async run(n8n) {
			const { outputs } = await runPylon(n8n, getContact, {
				items: middleMissing,
				onError: 'continueErrorOutput',
			});
			assert.deepEqual(outputs[0].map(linkOf), [0, 2]);
			assert.deepEqual(outputs[1].map(linkOf), [1]);
		},
	},
	{
		id: 'e3',
		title: 'The error item has the same message as the failing node would',
		async run(n8n) {
			const { outputs } = await runPylon(n8n, getContact, {
				items: middleMissing,
				onError: 'continueErrorOutput',
			});
			assert.match(said(outputs[1][0]), new RegExp(`${MISSING}.*'Contact'`));
		},
	},
	{
		id: 'e4',
		title:
			'A wrong value on the error output: the error names the parameter, and nothing is sent for the item',
		async run(n8n) {
			const items = [{ contact: ada }, { contact: '' }, { contact: carla }];
			const { outputs } = await runPylon(n8n, getContact, {
				items,
				onError: 'continueErrorOutput',
			});
			assert.deepEqual(outputs[0].map(linkOf), [0, 2]);
			assert.deepEqual(outputs[1].map(linkOf), [1]);
			assert.match(said(outputs[1][0]), /'Contact' is empty/);
			assert.equal(n8n.pylon.countOf('getContact'), 2);
		},
	},
	{
		id: 'e5',
		title: 'An operation that does not exist: the error names it',
		async run(n8n) {
			const { error } = await runPylon(n8n, { resource: 'attachment', operation: 'upload' });
			assert.match(String(error), /The resource 'attachment' has no operation 'upload'.*download/);
		},
	},
];
