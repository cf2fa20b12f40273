import { choices } from '../description/triggerOn';
import type { EventSource, EventValue, PollEvent } from '../pollEvent';
import { accountCreated } from './accountCreated';
import { contactCreated } from './contactCreated';
import { issueCreated } from './issueCreated';
import { issueMessage } from './issueMessage';
import { issueStatusChanged } from './issueStatusChanged';
import { issueUpdated } from './issueUpdated';
import { surveyResponse } from './surveyResponse';

const sources: Record<EventValue, EventSource> = {
	account_created: accountCreated,
	contact_created: contactCreated,
	issue_created: issueCreated,
	issue_message: issueMessage,
	issue_status_changed: issueStatusChanged,
	issue_updated: issueUpdated,
	survey_response: surveyResponse,
};

/** What the trigger can wait for, in the order of the editor. */
export const events: PollEvent[] = choices.map((choice) => ({
	...choice,
	...sources[choice.value],
}));
