import { setTimeout as delay } from 'node:timers/promises';
import type { SavedWorkflow } from '../../../sandbox/n8n/api';
import { seedIds } from '../../../sandbox/pylon';
import { expectCost, payloadOf } from '../support/examplePage';
import type { Examples } from '../support/examples';
import { useScriptedModel } from '../support/scriptedModel';

const DEADLINE_MS = 60_000;
const POLL_MS = 200;

/**
 * Tests the examples that ask a person and wait for the answer.
 *
 * @param examples what they run in; there from the first test on
 */
export function approvalExamples(examples: () => Examples): void {
	const model = useScriptedModel();

	const messages = () => [...examples().pylon.state.messages.values()];

	/** Waits until the workflow waits for an answer to the question with this text, and gives the link with this label. */
	async function linkIn(workflow: SavedWorkflow, question: string, label: string): Promise<string> {
		const { api } = examples();
		const deadline = Date.now() + DEADLINE_MS;
		for (;;) {
			const [{ id = '', status = '' } = {}] = await api.executions(workflow.id);
			if (status === 'error')
				throw new Error(`It does not wait: ${JSON.stringify(await api.executionResult(id))}`);
			const note = messages().findLast(({ message_html }) => message_html.includes(question));
			const [, link] =
				new RegExp(`href="([^"]+)"><b>${label}<`).exec(note?.message_html ?? '') ?? [];
			if (status === 'waiting' && link) return link.replaceAll('&amp;', '&');
			if (Date.now() > deadline)
				throw new Error(
					`Waited in vain for "${question}": ${status}, ${messages().at(-1)?.message_html}`,
				);
			await delay(POLL_MS);
		}
	}

	/** Does what the page of the link does. */
	async function answer(link: string, choice: 'approve' | 'decline'): Promise<void> {
		expect((await fetch(link)).status).toBe(200);
		const body = new URLSearchParams({ answer: choice });
		expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
	}

	test('ai-triage-with-approval', async () => {
		const { add, publish, deliver, pylon, api } = examples();
		const name = 'ai-triage-with-approval';
		const credentials = [
			{
				name: 'Scripted model',
				type: 'openAiApi',
				data: { apiKey: 'simulated', url: model().url },
			},
		];
		const workflow = await add(name, { credentials });
		await publish(workflow);
		const triage = async (issueId: string, summary: string, choice: 'approve' | 'decline') => {
			const draft = `About ${summary}: please **try again**.`;
			model().say({ text: JSON.stringify({ output: { kind: 'question', summary, draft } }) });
			pylon.resetLog();
			const label = choice === 'approve' ? 'Send it' : 'Do not send';
			const ended = deliver(workflow, { type: 'issue', id: issueId }, payloadOf(name));
			await answer(await linkIn(workflow, summary, label), choice);
			expect((await ended).error).toBeUndefined();
			return messages().filter(
				({ message_html, is_private, issue_id }) =>
					issue_id === issueId && !is_private && message_html.includes(summary),
			);
		};
		const { initech, globex } = seedIds.issues;
		const sent = await triage(initech, 'The sign-in', 'approve');
		expect(sent).toMatchObject([
			{ message_html: expect.stringContaining('<strong>try again</strong>') },
		]);
		expect(pylon.state.issues.get(initech)?.tags).toContain('question');
		expect(JSON.stringify(model().requests[0].messages)).toContain(
			'Cannot sign in since this morning',
		);
		expectCost(pylon, name, {
			'each issue that is read and asked about': 1,
			'each answer of a person': 1,
			'each reply that is sent': 1,
			'a reply by email whose address is looked up': 1,
		});

		expect(await triage(globex, 'The currency', 'decline')).toEqual([]);
		expect(pylon.countOf('createIssueReply')).toBe(0);

		// A model that does not keep to the schema: nothing is written.
		model().say({ text: '{"output":{"kind":"spam","summary":"x","draft":"y"}}' });
		pylon.resetLog();
		const { error } = await deliver(
			workflow,
			{ type: 'issue', id: seedIds.issues.chat },
			payloadOf(name),
		);
		expect(error?.message).toContain("output doesn't fit required format");
		expect(pylon.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
		expect((await api.executions(workflow.id))[0].status).toBe('error');
	});

	test('merge-duplicate-accounts', async () => {
		const { add, pylon, api } = examples();
		const name = 'merge-duplicate-accounts';
		const { globex, initech, initechDuplicate } = seedIds.accounts;
		const other = pylon.state.newId('account');
		const account = pylon.state.accounts.get(globex);
		if (!account) throw new Error('the account is gone');
		pylon.state.accounts.set(other, {
			...account,
			id: other,
			name: 'GLOBEX, Inc.',
			domains: [],
			primary_domain: null,
			external_ids: [],
		});
		const workflow = await add(name);
		const id = await api.runManually(workflow, 'When clicking ‘Execute workflow’');
		const approve = await linkIn(workflow, 'merged into Initech', 'Merge');
		const question = messages().findLast((one) => one.message_html.includes('into Initech'));
		expect(question?.message_html).toContain('2 contacts and 0 issues move');
		expect(pylon.state.accounts.has(initechDuplicate)).toBe(true);
		await answer(approve, 'approve');
		await answer(await linkIn(workflow, 'merged into Globex', 'Leave them'), 'decline');
		expect(await api.finished(workflow.id, id)).toMatchObject({ status: 'success' });
		expect(pylon.state.accounts.has(initechDuplicate)).toBe(false);
		expect(pylon.state.accounts.has(initech)).toBe(true);
		expect(pylon.state.accounts.has(other)).toBe(true);
		const asked = [...pylon.state.issues.values()].filter(({ title }) =>
			title.startsWith('Merge '),
		);
		expect(asked.map(({ title, state }) => [title, state]).sort()).toEqual([
			['Merge GLOBEX, Inc. into Globex?', 'closed'],
			['Merge Initech (old CRM) into Initech?', 'closed'],
		]);
		expectCost(pylon, name, {
			'each run': 1,
			'each group that is asked about': 2,
			'each answer of a person': 2,
			'each merge': 1,
		});
	});
}
