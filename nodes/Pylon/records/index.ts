import { account } from './account';
import { accountRelationship } from './accountRelationship';
import { article } from './article';
import { callRecording } from './callRecording';
import { collection } from './collection';
import { contact } from './contact';
import { customField } from './customField';
import { customObject } from './customObject';
import { emailSuppression } from './emailSuppression';
import { featureRequest } from './featureRequest';
import { issue } from './issue';
import type { RecordKind } from './recordKind';
import { knowledgeBase } from './knowledgeBase';
import { macro } from './macro';
import { macroGroup } from './macroGroup';
import { customerMessage, message, note } from './message';
import { milestone } from './milestone';
import { project } from './project';
import { survey } from './survey';
import { tag } from './tag';
import { task } from './task';
import { taskComment } from './taskComment';
import { team } from './team';
import { thread } from './thread';
import { ticketForm } from './ticketForm';
import { trainingData } from './trainingData';
import { user } from './user';

/**
 * Every kind of record that a picker lists. Pylon does not list account highlights, project templates and AI agents
 * (openapi.yaml): users name them by ID.
 */
export const kinds: RecordKind[] = [
	account,
	accountRelationship,
	article,
	callRecording,
	collection,
	contact,
	customerMessage,
	customField,
	customObject,
	emailSuppression,
	featureRequest,
	issue,
	knowledgeBase,
	macro,
	macroGroup,
	message,
	milestone,
	note,
	project,
	survey,
	tag,
	task,
	taskComment,
	team,
	thread,
	ticketForm,
	trainingData,
	user,
];

/**
 * By parameter of a path, or of a list within a record, the kind of the record, where users may name it in other ways than
 * by ID.
 */
export const kindOfParameter: Partial<Record<string, RecordKind>> = {
	accountId: account,
	contactId: contact,
	emailSuppressionId: emailSuppression,
	issueId: issue,
	userId: user,
};
