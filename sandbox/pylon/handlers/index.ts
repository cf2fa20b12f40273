import type { Handlers } from '../context';
import { accountHighlights } from './accountHighlights';
import { accountMerge } from './accountMerge';
import { accountRelationships } from './accountRelationships';
import { accounts } from './accounts';
import { activities } from './activities';
import { articles } from './articles';
import { attachments } from './attachments';
import { auditLogs } from './auditLogs';
import { callRecordings } from './callRecordings';
import { collections } from './collections';
import { contacts } from './contacts';
import { customFields } from './customFields';
import { customObjects } from './customObjects';
import { emailSuppressions } from './emailSuppressions';
import { featureRequests } from './featureRequests';
import { imports } from './imports';
import { integrations } from './integrations';
import { issueLinks } from './issueLinks';
import { issueList } from './issueList';
import { issues } from './issues';
import { knowledgeBases } from './knowledgeBases';
import { macros } from './macros';
import { me } from './me';
import { messages } from './messages';
import { milestones } from './milestones';
import { projects } from './projects';
import { notes } from './notes';
import { replies } from './replies';
import { surveys } from './surveys';
import { tags } from './tags';
import { taskComments } from './taskComments';
import { tasks } from './tasks';
import { teams } from './teams';
import { threads } from './threads';
import { ticketForms } from './ticketForms';
import { trainingData } from './trainingData';
import { users } from './users';
import { voiceCalls } from './voiceCalls';

/**
 * The handler of each operation of openapi.yaml, by operationId; one file for each resource. An operation without one
 * does not compile.
 */
export const handlers: Required<Handlers> = {
	...accountHighlights,
	...accountMerge,
	...accountRelationships,
	...accounts,
	...activities,
	...articles,
	...attachments,
	...auditLogs,
	...callRecordings,
	...collections,
	...contacts,
	...customFields,
	...customObjects,
	...emailSuppressions,
	...featureRequests,
	...imports,
	...integrations,
	...issueLinks,
	...issueList,
	...issues,
	...knowledgeBases,
	...macros,
	...me,
	...messages,
	...milestones,
	...projects,
	...notes,
	...replies,
	...surveys,
	...tags,
	...taskComments,
	...tasks,
	...teams,
	...threads,
	...ticketForms,
	...trainingData,
	...users,
	...voiceCalls,
};
