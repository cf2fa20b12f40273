import { useSandbox } from './support/sandbox';
import { answer, askIn, askingWorkflow, nextQuestion, notesOf, outputOf } from './support/approval';
import { loopingWorkflow } from './support/approvalLoop';

const sandbox = useSandbox();

/** n8n looks once a minute whether a limit is over. */
const TWO_LOOKS_MS = 150_000;

const ask = async (name: string, parameters: Record<string, unknown> = {}) =>
	await askIn(sandbox(), await askingWorkflow(sandbox(), name, parameters));

const answeredAt = expect.any(String) as string;

/** Another last character, still a hexadecimal digit. */
const withOtherEnd = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

const statusOf = async ({ workflow, executionId }: Awaited<ReturnType<typeof ask>>) =>
	(await sandbox().api.executions(workflow.id)).find(({ id }) => id === executionId)?.status;

test('approved with a reason: the workflow goes on, the issue has the answer', async () => {
	const waiting = await ask('Approve');
	const page = await fetch(waiting.links.Approve);
	expect(page.status).toBe(200);
	expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
	expect(page.headers.get('cache-control')).toBe('no-store');
	const thanks = await answer(waiting.links.Approve, {
		answer: 'approve',
		reason: 'A <b>good</b> customer',
	});
	expect(thanks.status).toBe(200);
	expect(thanks.text).toContain('<h1>Approved</h1>');
	const { items } = await outputOf(sandbox(), waiting, 'Ask');
	expect(items).toEqual([
		{ order: 'A-7', data: { approved: true, reason: 'A <b>good</b> customer', answeredAt } },
	]);
	expect(notesOf(sandbox()).at(-1)).toContain('A &lt;b&gt;good&lt;/b&gt; customer');
	// The run is over: now n8n answers by itself.
	const again = await answer(waiting.links.Approve, { answer: 'decline' });
	expect([again.status, again.text]).toEqual([200, expect.stringContaining('No action required')]);
});

test('declined', async () => {
	const waiting = await ask('Decline');
	await answer(waiting.links.Decline, { answer: 'decline' });
	const { items } = await outputOf(sandbox(), waiting, 'Ask');
	expect(items).toEqual([{ order: 'A-7', data: { approved: false, answeredAt } }]);
});

test('a free text, and a form', async () => {
	const text = await ask('Text', { responseType: 'freeText' });
	await answer(text.links.Respond, { text: 'First\r\nsecond' });
	expect((await outputOf(sandbox(), text, 'Ask')).items).toEqual([
		{ order: 'A-7', data: { text: 'First\nsecond', answeredAt } },
	]);

	const form = await ask('Form', {
		responseType: 'customForm',
		formFields: {
			values: [
				{ fieldLabel: 'Amount', fieldType: 'number', requiredField: true },
				{
					fieldLabel: 'Parts',
					fieldType: 'checkbox',
					fieldOptions: { values: [{ option: 'One' }, { option: 'Two' }] },
				},
			],
		},
	});
	const filled = await answer(form.links.Respond, { 'field-0': '12.5', 'field-1': ['One', 'Two'] });
	expect([filled.status, filled.text]).toEqual([200, expect.stringContaining('Answered')]);
	expect((await outputOf(sandbox(), form, 'Ask')).items).toEqual([
		{ order: 'A-7', data: { form: { Amount: 12.5, Parts: ['One', 'Two'] }, answeredAt } },
	]);
});

test('1,000 calls with GET and HEAD, a changed or missing signature, PUT, and a POST without a choice decide nothing', async () => {
	const waiting = await ask('Previews');
	const { Approve } = waiting.links;
	for (let round = 0; round < 100; round++) {
		await Promise.all(
			Array.from({ length: 10 }, async (_, index) => {
				const method = index % 2 === 0 ? 'GET' : 'HEAD';
				const headers = { 'user-agent': 'Slackbot-LinkExpanding 1.0' };
				await (await fetch(Approve, { method, headers })).arrayBuffer();
			}),
		);
	}
	const link = new URL(Approve);
	link.searchParams.delete('signature');
	const other = new URL(Approve);
	other.searchParams.set('choice', 'decline');
	// The link of another execution, with this one's signature.
	const foreign = Approve.replace(
		`/${waiting.executionId}/`,
		`/${Number(waiting.executionId) - 1}/`,
	);
	expect([401, 404]).toContain((await answer(foreign, { answer: 'approve' })).status);
	for (const forged of [withOtherEnd(Approve), String(link), String(other)])
		expect((await answer(forged, { answer: 'approve' })).status).toBe(401);
	await fetch(Approve, { method: 'PUT' });
	expect((await answer(Approve, {})).status).toBe(400);
	expect(await statusOf(waiting)).toBe('waiting');
	await answer(Approve, { answer: 'approve' });
	expect((await outputOf(sandbox(), waiting, 'Ask')).status).toBe('success');
});

test('twenty answers at once: one decides, one follow-up is written, the others are told', async () => {
	const waiting = await ask('At once');
	const before = notesOf(sandbox()).length;
	const answers = await Promise.all(
		Array.from({ length: 20 }, async (_, index) =>
			index % 2 === 0
				? await answer(waiting.links.Approve, { answer: 'approve' })
				: await answer(waiting.links.Decline, { answer: 'decline' }),
		),
	);
	const won = answers.filter(({ status }) => status === 200);
	const { runs } = await outputOf(sandbox(), waiting, 'Ask');
	expect(runs).toHaveLength(1);
	expect(won).toHaveLength(1);
	expect(notesOf(sandbox())).toHaveLength(before + 1);
	const { approved } = (runs[0][0] as { data: { approved: boolean } }).data;
	expect(won[0].text).toContain(approved ? '<h1>Approved</h1>' : '<h1>Declined</h1>');
});

test('n8n restarts in between: the question is still open, and is answered', async () => {
	const waiting = await ask('Restart');
	await sandbox().restart();
	expect((await fetch(waiting.links.Approve)).status).toBe(200);
	await answer(waiting.links.Approve, { answer: 'approve' });
	const { items } = await outputOf(sandbox(), waiting, 'Ask');
	expect(items).toEqual([{ order: 'A-7', data: { approved: true, answeredAt } }]);
	// A finished run, and a process that has not seen the answer.
	await sandbox().restart();
	const again = await answer(waiting.links.Decline, { answer: 'decline' });
	expect([again.status, again.text]).toEqual([200, expect.stringContaining('No action required')]);
});

test('an execution that was deleted has no page', async () => {
	const waiting = await ask('Deleted');
	await sandbox().api.rest.call('POST', '/executions/delete', { ids: [waiting.executionId] });
	expect((await answer(waiting.links.Approve, { answer: 'approve' })).status).toBe(404);
});

test('an issue that was closed or deleted meanwhile: the answer counts', async () => {
	const { pylon } = sandbox();
	const waiting = await ask('Gone');
	const issue = [...pylon.state.issues.values()].find(({ number }) => number === 101)!;
	pylon.state.issues.delete(issue.id);
	try {
		await answer(waiting.links.Approve, { answer: 'approve' });
		const { items } = await outputOf(sandbox(), waiting, 'Ask');
		expect(items).toEqual([
			{
				order: 'A-7',
				data: { approved: true, answeredAt, followUpError: expect.stringContaining('not found') },
			},
		]);
	} finally {
		pylon.state.issues.set(issue.id, issue);
	}
});

test('in a loop, a link of the first round does not decide the second', async () => {
	const workflow = await loopingWorkflow(sandbox());
	const first = await askIn(sandbox(), workflow);
	const before = notesOf(sandbox()).length;
	await answer(first.links.Approve, { answer: 'approve' });
	// The question, and before it the follow-up of the first.
	const second = await nextQuestion(sandbox(), workflow, first.executionId, before + 1);
	const old = await answer(first.links.Approve, { answer: 'approve' });
	expect([old.status, old.text]).toEqual([409, expect.stringContaining('already been answered')]);
	await sandbox().restart();
	const older = await answer(first.links.Approve, { answer: 'approve' });
	expect([older.status, older.text]).toEqual([410, expect.stringContaining('No longer open')]);
	expect(await statusOf(first)).toBe('waiting');
	await answer(second.links.Decline, { answer: 'decline' });
	const { runs } = await outputOf(sandbox(), first, 'Ask');
	expect(runs.map(([item]) => (item as { data: { approved: boolean } }).data.approved)).toEqual([
		true,
		false,
	]);
});

test(
	'nobody answers: as timed out, or failed, never approved',
	async () => {
		const limit = {
			limitWaitTime: {
				values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' },
			},
		};
		const [goesOn, fails] = [
			await ask('Timed out', { options: limit }),
			await ask('Timed out, fails', { options: { ...limit, onTimeout: 'fail' } }),
		];
		const late = await outputOf(sandbox(), goesOn, 'Ask', TWO_LOOKS_MS);
		expect(late.items).toEqual([{ order: 'A-7', data: { approved: false, timedOut: true } }]);
		const failed = await outputOf(sandbox(), fails, 'Ask', TWO_LOOKS_MS);
		expect([failed.status, failed.error?.message]).toEqual([
			'error',
			expect.stringContaining('Nobody answered the question in issue #101'),
		]);
		expect((await answer(goesOn.links.Approve, { answer: 'approve' })).text).toContain(
			'No action required',
		);
		expect((await answer(fails.links.Approve, { answer: 'approve' })).status).toBe(409);
	},
	2 * TWO_LOOKS_MS,
);
