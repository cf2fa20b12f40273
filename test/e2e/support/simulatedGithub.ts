import { createHmac } from 'node:crypto';
import type { Credential } from '../../../sandbox/n8n/api';
import { type JsonServer, startJsonServer } from './jsonServer';

interface Hook {
	url: string;
	/** n8n 2.0 registers without one. */
	secret?: string;
}

/** An issue, as GitHub's API has it. */
export interface GithubIssue {
	number: number;
	title: string;
	body: string;
	html_url: string;
}

/** What n8n's GitHub nodes need of GitHub: issues can be made, and a webhook tells of their changes. */
export interface SimulatedGithub extends Omit<JsonServer, 'requests'> {
	/** By `owner/repository`. */
	issues: Map<string, GithubIssue[]>;
	/** n8n's credential for it. */
	credential: Credential;
	/** Answers to new issues from now on with this status. */
	refuseWith(status: number | undefined): void;
	/** Sends the webhook "issues" of a change to whoever registered one for the repository; signed, where it has a secret. */
	tell(repository: string, action: string, issue: GithubIssue): Promise<number>;
}

const signatureOf = (body: string, secret: string): string =>
	createHmac('sha256', secret).update(body).digest('hex');

/**
 * Starts a simulated GitHub on loopback.
 *
 * @returns the service, which listens
 */
export async function startSimulatedGithub(): Promise<SimulatedGithub> {
	const issues = new Map<string, GithubIssue[]>();
	const hooks = new Map<string, Hook>();
	let refusal: number | undefined;

	const createIssue = (repository: string, { title, body }: GithubIssue) => {
		if (refusal !== undefined) return { status: refusal, body: { message: 'Simulated refusal' } };
		const others = issues.get(repository) ?? [];
		const number = 41 + others.length;
		const html_url = `https://github.example/${repository}/issues/${number}`;
		const issue = { number, title, body, html_url };
		issues.set(repository, [...others, issue]);
		return { status: 201, body: issue };
	};

	const { url, close } = await startJsonServer(({ method, path, body }) => {
		const [, repository, what] = /^\/repos\/([^/]+\/[^/]+)\/(\w+)/.exec(path) ?? [];
		if (method === 'POST' && what === 'issues') return createIssue(repository, body as GithubIssue);
		if (method === 'POST' && what === 'hooks') {
			const { config } = body as { config: Hook };
			hooks.set(repository, config);
			return { status: 201, body: { id: hooks.size, active: true, events: ['issues'], config } };
		}
		if (method === 'DELETE' && what === 'hooks') {
			hooks.delete(repository);
			return { body: {} };
		}
		return { status: 404, body: { message: `Not simulated: ${method} ${path}` } };
	});

	return {
		url,
		close,
		issues,
		credential: {
			name: 'Simulated GitHub',
			type: 'githubApi',
			data: { server: url, user: 'octocat', accessToken: 'simulated' },
		},
		refuseWith: (status) => {
			refusal = status;
		},
		async tell(repository, action, issue) {
			const hook = hooks.get(repository);
			if (!hook) throw new Error(`nobody listens to ${repository}`);
			const body = JSON.stringify({
				action,
				issue,
				repository: { full_name: repository },
				sender: { login: 'octocat' },
			});
			const response = await fetch(hook.url, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					'x-github-event': 'issues',
					...(hook.secret !== undefined && {
						'x-hub-signature-256': `sha256=${signatureOf(body, hook.secret)}`,
					}),
				},
				body,
			});
			return response.status;
		},
	};
}
