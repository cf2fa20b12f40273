import { account } from './account';
import { accountActivity } from './accountActivity';
import { accountFile } from './accountFile';
import { accountHighlight } from './accountHighlight';
import { accountRelationship } from './accountRelationship';
import { activityType } from './activityType';
import { apiRequest } from './apiRequest';
import { attachment } from './attachment';
import { auditLog } from './auditLog';
import { callRecording } from './callRecording';
import { contact } from './contact';
import { customField } from './customField';
import { customObject } from './customObject';
import { emailSuppression } from './emailSuppression';
import { featureRequest } from './featureRequest';
import { importing } from './import';
import { issue } from './issue';
import { issueStatus } from './issueStatus';
import { knowledgeBase } from './knowledgeBase';
import { knowledgeBaseArticle } from './knowledgeBaseArticle';
import { knowledgeBaseCollection } from './knowledgeBaseCollection';
import { macro } from './macro';
import { macroGroup } from './macroGroup';
import { me } from './me';
import { milestone } from './milestone';
import { project } from './project';
import type { Resource } from './operation';
import { routeRedirect } from './routeRedirect';
import { survey } from './survey';
import { tag } from './tag';
import { task } from './task';
import { taskComment } from './taskComment';
import { team } from './team';
import { ticketForm } from './ticketForm';
import { trainingData } from './trainingData';
import { user } from './user';
import { userRole } from './userRole';

/** In the order of the editor: the most used resources first, with those that belong to them; rarely needed ones last. */
export const resources: Resource[] = [
	issue,
	contact,
	account,
	user,
	team,
	tag,
	task,
	taskComment,
	project,
	milestone,
	knowledgeBaseArticle,
	knowledgeBaseCollection,
	knowledgeBase,
	macro,
	macroGroup,
	accountActivity,
	accountHighlight,
	accountFile,
	accountRelationship,
	activityType,
	attachment,
	survey,
	featureRequest,
	customField,
	customObject,
	issueStatus,
	ticketForm,
	callRecording,
	emailSuppression,
	auditLog,
	trainingData,
	routeRedirect,
	importing,
	userRole,
	me,
	apiRequest,
];
