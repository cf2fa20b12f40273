import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { withPylon } from '../../../support/pylon';
import { notesIn } from '../../../support/waiting.notes';
import { ask, closeAll, issueId } from './support';

const pylon = withPylon({ checkReplies: true });
afterEach(closeAll);

test('asks in an internal note, with a link for each answer, and waits', async () => {
	const { note, links, waitTill } = await ask(pylon);
	expect(note).toContain('<p>May we refund 12 €?</p>');
	expect(Object.keys(links)).toEqual(['Approve', 'Decline']);
	expect(waitTill.getTime()).toBe(WAIT_INDEFINITELY.getTime());
});

test('GET shows the question and decides nothing; the POST of the page does', async () => {
	const { links, call, resumed } = await ask(pylon);
	const page = await call(links.Approve);
	expect(page.status).toBe(200);
	expect(page.body).toContain('May we refund 12 €?');
	expect(page.body).toContain('#101 ');
	expect(resumed).toEqual([]);

	const thanks = await call(links.Approve, { answer: 'approve', reason: 'Good customer' });
	expect(thanks.status).toBe(200);
	expect(resumed).toHaveLength(1);
	expect(resumed[0].outputs.Pylon[0]).toEqual([
		{
			json: {
				key: 'first',
				data: { approved: true, reason: 'Good customer', answeredAt: expect.any(String) },
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(resumed[0].outputs.Next[0][0].json).toEqual({ value: 'first' });
	const [, followUp] = notesIn(pylon.sim, issueId);
	expect(followUp).toContain('Approved');
	expect(followUp).toContain('Good customer');
});
