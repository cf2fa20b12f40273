import type { PollEvent } from '../pollEvent';
import { accountCreated } from './accountCreated';
import { contactCreated } from './contactCreated';
import { issueCreated } from './issueCreated';
import { issueMessage } from './issueMessage';
import { issueStatusChanged } from './issueStatusChanged';
import { issueUpdated } from './issueUpdated';
import { surveyResponse } from './surveyResponse';

/** What the trigger can wait for. An event that the webhook trigger has too has the same name here. */
export const events: PollEvent[] = [
	accountCreated,
	contactCreated,
	issueCreated,
	issueMessage,
	issueStatusChanged,
	issueUpdated,
	surveyResponse,
];
