import { useSandbox } from './support/sandbox';
import { answer, askIn, askingWorkflow, notesOf, outputOf } from './support/approval';

const sandbox = useSandbox();

test('approve: one click in the note, one on the page, and the workflow goes on with the answer', async () => {
	const waiting = await askIn(sandbox(), await askingWorkflow(sandbox(), 'Approve'));
	const { Approve } = waiting.links;
	const page = await fetch(Approve);
	console.log(page.status, [...page.headers], (await page.text()).slice(-900));
	const thanks = await answer(Approve, { answer: 'approve', reason: 'Good <b>customer</b>' });
	console.log(thanks.status, [...thanks.headers], thanks.text.slice(-300));
	const { items } = await outputOf(sandbox(), waiting, 'Ask');
	expect(items).toEqual([
		{
			order: 'A-7',
			data: { approved: true, reason: 'Good <b>customer</b>', answeredAt: expect.any(String) },
		},
	]);
	expect(notesOf(sandbox()).at(-1)).toContain('Good &lt;b&gt;customer&lt;/b&gt;');
	const again = await answer(Approve, { answer: 'decline' });
	console.log(again.status, again.text.slice(-500));
});
