import { seedIds } from '../../../../sandbox/pylon';
import { runWorkflow } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { notesIn } from '../../../support/waiting.notes';
import { ask, closeAll, issueId, workflowWith } from './support';

const pylon = withPylon({ checkReplies: true });
afterEach(closeAll);

const three = [
	{ key: 'first', issue: issueId, text: 'A <b>' },
	{ key: 'second', issue: issueId, text: 'B' },
	{ key: 'third', issue: issueId, text: 'C' },
];

test('several items: one note lists them, and one answer is for all, each linked', async () => {
	const { note, links, call, resumed } = await ask(pylon, {
		inputs: three,
		parameters: { message: '={{ $json.text }}' },
	});
	expect(notesIn(pylon.sim, issueId)).toHaveLength(1);
	expect(note).toContain(
		'<b>This asks once for 3 items.</b> The answer applies to all of them.</p><ol><li><p>A &lt;b&gt;</p></li><li><p>B</p></li><li><p>C</p></li></ol>',
	);
	expect((await call(links.Approve)).body).toContain('This asks once for 3 items.');
	await call(links.Approve, { answer: 'approve' });
	expect(resumed[0].outputs.Pylon[0].map(({ json, pairedItem }) => [json.key, pairedItem])).toEqual(
		three.map(({ key }, item) => [key, { item }]),
	);
	expect(resumed[0].outputs.Next[0].map(({ json }) => json.value)).toEqual(
		three.map(({ key }) => key),
	);
});

test('several items with one message: it is there once', async () => {
	const { note } = await ask(pylon, { inputs: three });
	expect(note.match(/May we refund/g)).toHaveLength(1);
	expect(note).toContain('This asks once for 3 items.');
});

test.each([
	[
		{ options: { severalItems: 'refuse' } },
		'There are 3 items, but a waiting execution can ask only one question',
	],
	[
		{
			issueId: byId(
				"={{ $json.key === 'third' ? '" + seedIds.issues.initech + "' : $json.issue }}",
			),
		},
		'The items have different issues',
	],
	[
		{ requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 11 } } } },
		"'Batching' cannot split several items here",
	],
])('%j: nothing is sent', async (parameters, message) => {
	const { error, run } = await runWorkflow(workflowWith(pylon, { inputs: three, parameters }));
	expect(error?.message).toContain(message);
	expect(run.waitTill).toBeUndefined();
	expect(notesIn(pylon.sim, issueId)).toEqual([]);
});

test('one of several items is wrong: nothing is asked, and each item has its error', async () => {
	const { outputs, run } = await runWorkflow(
		workflowWith(pylon, {
			inputs: three,
			parameters: { message: "={{ $json.key === 'second' ? '' : $json.text }}" },
			onError: 'continueRegularOutput',
		}),
	);
	expect(run.waitTill).toBeUndefined();
	expect(outputs.Pylon[0].map(({ json }) => (json.error as { message: string }).message)).toEqual([
		'Only 2 of 3 items have valid input',
		"'Message' is empty",
		'Only 2 of 3 items have valid input',
	]);
	expect(pylon.sim.requests).toEqual([]);
});
