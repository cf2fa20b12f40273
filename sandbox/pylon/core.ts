import type { Region } from './auth';
import type { IssueWindow } from './context';
import type { Faults } from './faults';
import type { Limits } from './limits';
import type { RequestLog } from './log';
import type { State } from './state';
import type { WebhookObject } from './webhookVariables';

/** What the page's webhook form is filled with: where to, the secret to sign with, and what about. */
export interface WebhookSettings {
	url: string;
	secret: string;
	/** Default: the template of a new issue. */
	template?: string;
	/** Default: the newest issue. */
	object?: WebhookObject;
}

/** The parts of one simulated Pylon, shared by its two listeners, the admin API and the page. */
export interface Core {
	/** Replaced as a whole when the records are reset. */
	state: State;
	log: RequestLog;
	limits: Limits;
	faults: Faults;
	clock: () => number;
	issueWindow: IssueWindow;
	/** Base URLs of the two hosts, known once both listen. */
	urls: Record<Region, string>;
	webhook: WebhookSettings | undefined;
	/** Whether properties of a body and of a query that openapi.yaml does not have are refused instead of ignored. */
	strict: boolean;
	/** Whether replies are held to openapi.yaml. */
	checkReplies: boolean;
	/** Puts the seeded records back. */
	reseed: () => void;
}
