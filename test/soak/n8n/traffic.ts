import { setTimeout as delay } from 'node:timers/promises';
import { WEBHOOK_SECRET } from '../../../sandbox/n8n/sandbox';
import {
	addContacts,
	addIssues,
	seedIds,
	type SimulatedPylon,
	signBody,
} from '../../../sandbox/pylon';
import { draw } from '../../../sandbox/pylon/faults';
import { triggerPath } from '../../queue/support/deliveries';
import { linksIn } from '../../support/waiting.notes';
import { type Arrival, type Hour, LIST, TWICE_EVERY, WRONG_EVERY } from './hour';
import type { Workflows } from './workflows';

const BEFORE = 90 * 86_400_000;
/** How long somebody thinks before an answer, at most. */
const THINKING_MS = 10_000;
const POLL_MS = 250;
const DEADLINE_MS = 120_000;

/** What was requested. */
export interface Requested {
	/** Issues whose webhook was delivered, each with its number. */
	deliveries: Map<string, number>;
	/** Contacts and their new names. */
	renames: Map<string, string>;
	/** Titles. */
	tasks: string[];
	issues: string[];
	/** By the issue in which it was asked: whether it was approved, or undefined when the question's own answer was lost. */
	approvals: Map<string, { n: number; approved: boolean | undefined }>;
	/** Answers of n8n that were not the expected ones. */
	surprises: string[];
}

/** What the outside world does in the hour: Pylon delivers, other systems send lists, people answer questions. */
export class Traffic {
	readonly requested: Requested = {
		deliveries: new Map(),
		renames: new Map(),
		tasks: [],
		issues: [],
		approvals: new Map(),
		surprises: [],
	};
	readonly wrong = { sent: 0, refused: 0 };
	twice = 0;
	private readonly path: string;
	private readonly issuesOf: Record<'deliveries' | 'approvals', string[]>;

	constructor(
		private readonly hour: Hour,
		private readonly n8nUrl: string,
		private readonly pylon: SimulatedPylon,
		workflows: Workflows,
	) {
		this.path = triggerPath(workflows.deliveries);
		const old = Date.now() - BEFORE;
		this.issuesOf = {
			deliveries: addIssues(pylon.state, hour.counts.deliveries, old),
			approvals: addIssues(pylon.state, hour.counts.approvals, old),
		};
	}

	/**
	 * Does what one arrival stands for. It ends when n8n has it, and with a question when it is answered.
	 *
	 * @param arrival what comes
	 * @throws Error when a question is not asked, or cannot be answered, in time
	 */
	async arrive({ kind, n }: Arrival): Promise<void> {
		const { tasks, issues, renames } = this.requested;
		const name = (index: number) => `${kind} ${this.hour.seed} ${n}.${index}`;
		const items = Array.from({ length: LIST }, (_, index) => ({ title: name(index) }));
		const titles = items.map(({ title }) => title);
		switch (kind) {
			case 'deliveries':
				await this.deliver(n);
				break;
			case 'approvals':
				await this.askAndAnswer(n);
				break;
			case 'updates': {
				const ids = addContacts(this.pylon.state, LIST);
				const named = ids.map((id, index) => ({ id, name: titles[index] }));
				for (const one of named) renames.set(one.id, one.name);
				await this.start(kind, { items: named });
				break;
			}
			case 'tasks':
				tasks.push(...titles);
				await this.start(kind, { items });
				break;
			case 'issues':
				issues.push(...titles);
				await this.start(kind, {
					items: items.map((item) => ({ ...item, account: seedIds.accounts.globex })),
				});
				break;
		}
	}

	/**
	 * @param issueId of an issue
	 * @returns the request that wrote the question into it; undefined as long as there is none
	 */
	questionIn(issueId: string) {
		return this.pylon.requests.find(
			({ operationId, path, processed }) =>
				operationId === 'createIssueNote' && processed && path === `/issues/${issueId}/note`,
		);
	}

	private async post(path: string, headers: Record<string, string>, body: string | FormData) {
		const response = await fetch(`${this.n8nUrl}${path}`, {
			method: 'POST',
			headers: { ...headers, connection: 'close' },
			body,
		});
		return { status: response.status, text: await response.text() };
	}

	private async start(path: string, body: object): Promise<void> {
		const json = { 'content-type': 'application/json' };
		const { status } = await this.post(`/webhook/${path}`, json, JSON.stringify(body));
		if (status !== 200) this.requested.surprises.push(`${path}: ${status}`);
	}

	private async deliver(n: number): Promise<void> {
		const isWrong = n % WRONG_EVERY === WRONG_EVERY - 1;
		const issueId = this.issuesOf.deliveries[n];
		const body = JSON.stringify({ event: 'issue_created', issue_id: issueId, n });
		const send = async () =>
			await this.post(
				this.path,
				{
					'content-type': 'application/json',
					'x-pylon-signature': signBody(isWrong ? 'another secret' : WEBHOOK_SECRET, body),
				},
				body,
			);
		const { status } = await send();
		if (isWrong) {
			this.wrong.sent++;
			if (status === 401) this.wrong.refused++;
			return;
		}
		this.requested.deliveries.set(issueId, n);
		if (status !== 200) this.requested.surprises.push(`delivery ${n}: ${status}`);
		if (n % TWICE_EVERY !== 0) return;
		this.twice++;
		const again = await send();
		if (again.status !== 200) this.requested.surprises.push(`delivery ${n} again: ${again.status}`);
	}

	private async askAndAnswer(n: number): Promise<void> {
		const issueId = this.issuesOf.approvals[n];
		const approved = draw(this.hour.seed, 'answer', n) < 0.5;
		await this.start('approvals', { issue: issueId, n });
		const deadline = Date.now() + DEADLINE_MS;
		let question = this.questionIn(issueId);
		for (
			;
			!question || question.outcome === 'not answered yet';
			question = this.questionIn(issueId)
		) {
			if (Date.now() > deadline) throw new Error(`Question ${n} was not asked.`);
			await delay(POLL_MS);
		}
		const isLost = question.outcome !== 'answered';
		this.requested.approvals.set(issueId, { n, approved: isLost ? undefined : approved });
		await delay(draw(this.hour.seed, 'thinking', n) * THINKING_MS);
		const links = linksIn((question.body as { body_html: string }).body_html);
		const link = new URL(approved ? links.Approve : links.Decline);
		for (;;) {
			const form = new FormData();
			form.append('answer', approved ? 'approve' : 'decline');
			const { status, text } = await this.post(`${link.pathname}${link.search}`, {}, form);
			if (isLost || (status === 200 && text.includes(approved ? 'Approved' : 'Declined'))) return;
			// n8n does not let it be answered before it has stored that it waits.
			if (Date.now() > deadline)
				throw new Error(`Question ${n} cannot be answered: ${status} ${text}`);
			await delay(POLL_MS);
		}
	}
}
