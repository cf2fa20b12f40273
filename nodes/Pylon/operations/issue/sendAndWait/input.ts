import type { IExecuteSingleFunctions } from 'n8n-workflow';
import {
	isBlank,
	isJsonObject,
	readChoice,
	readFreeText,
	readMoment,
	readNumber,
	readSwitch,
	readText,
	WrongInput,
	type JsonObject,
} from '../../../../shared/input';
import { clock } from '../../../../shared/client/clock';
import { messageFormat } from '../../../parameters/message/messageFields';
import { formatIn, readMessage } from '../../../parameters/message/readMessage';
import { issue } from '../../../records/issue';
import { readPicked } from '../../../records/readReference';
import { parameterOnce } from '../../../run/parameter';
import { APPROVAL_TYPES, ON_TIMEOUT, RESPONSE_TYPES, SEVERAL_ITEMS } from './fields';
import { readFormFields } from './formDefinition';
import { LIMIT_TYPES, UNITS } from './limitField';
import { toolCallHtml } from './note';
import type { AnswerType } from './question';
import { isHumanReview } from './waiting';

/** What the parameters of one item ask for. */
export interface QuestionInput {
	/** The item's ID or number of the issue. */
	issue: string;
	/** The message as HTML. */
	html: string;
	answerType: AnswerType;
	whoMayAnswer: string;
	/** Until when an answer counts, in ISO 8601; undefined for no limit. */
	until?: string;
	failsOnTimeout: boolean;
	refusesSeveral: boolean;
	followUp: boolean;
	isReview: boolean;
}

/**
 * A field that was not added has its default. One that was added and is empty is refused, where the default may be the
 * opposite.
 */
const added = (values: JsonObject, name: string, standard: unknown): unknown =>
	Object.hasOwn(values, name) ? values[name] : standard;

const DAY_MS = 86_400_000;
const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: DAY_MS };

/** n8n's own "endless" is the year 3000. */
const LONGEST_WAIT_MS = 900 * 365 * DAY_MS;

function momentOf(limit: JsonObject, zone: string): number {
	const type = readChoice(
		added(limit, 'limitType', 'afterTimeInterval'),
		'Limit Type',
		LIMIT_TYPES,
	);
	if (type === 'atSpecifiedTime')
		return readMoment(limit.maxDateAndTime, 'Max Date and Time', zone).toMillis();
	const amount = readNumber(added(limit, 'resumeAmount', 1), 'Amount');
	return (
		clock.now() + amount * UNIT_MS[readChoice(added(limit, 'resumeUnit', 'hours'), 'Unit', UNITS)]
	);
}

function readLimit(context: IExecuteSingleFunctions, option: unknown): string | undefined {
	const limit = isJsonObject(option) ? option.values : undefined;
	if (!isJsonObject(limit) || Object.keys(limit).length === 0) return undefined;
	const moment = momentOf(limit, context.getTimezone());
	const left = moment - clock.now();
	if (left > 0 && left < LONGEST_WAIT_MS) return new Date(moment).toISOString();
	throw new WrongInput(
		"'Limit Wait Time' leaves no time to answer",
		left <= 0
			? 'The limit is now or in the past. Allow at least a few minutes: n8n checks once a minute.'
			: "The limit is too far away. Remove 'Limit Wait Time' to wait without a limit.",
	);
}

/** A label that somebody has emptied gets its default, since nobody wants an empty button. */
const labelIn = (value: unknown, displayName: string, standard: string): string =>
	isBlank(value) ? standard : readText(value, displayName);

function readApproval(context: IExecuteSingleFunctions, options: JsonObject): AnswerType {
	const collection = parameterOnce(context, 'approvalOptions', {});
	const values =
		isJsonObject(collection) && isJsonObject(collection.values) ? collection.values : {};
	const type = readChoice(
		added(values, 'approvalType', 'double'),
		'Type of Approval',
		APPROVAL_TYPES,
	);
	return {
		type: 'approval',
		approveLabel: labelIn(values.approveLabel, 'Approve Button Label', 'Approve'),
		...(type === 'double' && {
			declineLabel: labelIn(values.disapproveLabel, 'Disapprove Button Label', 'Decline'),
		}),
		withReason: readSwitch(added(options, 'askForReason', true), 'Ask for a Reason'),
	};
}

function readAnswerType(context: IExecuteSingleFunctions, options: JsonObject): AnswerType {
	const type = readChoice(
		parameterOnce(context, 'responseType', 'approval'),
		'Response Type',
		RESPONSE_TYPES,
	);
	if (type === 'approval') return readApproval(context, options);
	return type === 'freeText' ? { type } : { type, fields: readFormFields(context) };
}

/** n8n's own text for a review shows the values of a tool call as `[object Object]`; the note lists them below the text. */
const withoutObjects = (text: unknown): unknown =>
	typeof text === 'string' ? text.replaceAll('[object Object]', 'see below') : text;

function readHtml(context: IExecuteSingleFunctions): string {
	const message = parameterOnce(context, 'message', '');
	const format = formatIn(context, messageFormat);
	if (!isHumanReview(context)) return readMessage(message, 'Message', format);
	const text = readFreeText(withoutObjects(message), 'Message');
	return readMessage(text, 'Message', format) + toolCallHtml(context.getInputData().json);
}

/**
 * @param context the item's context
 * @returns what its parameters ask for
 * @throws WrongInput when one of them cannot be used; NodeOperationError when no issue is named
 */
export function readInput(context: IExecuteSingleFunctions): QuestionInput {
	const given = parameterOnce(context, 'options', {});
	const options = isJsonObject(given) ? given : {};
	const { mode, value } = readPicked(context, parameterOnce(context, 'issueId'), 'Issue', issue);
	const isReview = isHumanReview(context);
	return {
		issue: `${mode === 'list' ? 'id' : mode} ${value}`,
		html: readHtml(context),
		answerType: readAnswerType(context, options),
		whoMayAnswer: isBlank(options.whoMayAnswer)
			? ''
			: readText(options.whoMayAnswer, 'Who May Answer'),
		until: readLimit(context, options.limitWaitTime),
		// A failed tool call would end the agent's run; a refusal is something that it can tell.
		failsOnTimeout:
			readChoice(added(options, 'onTimeout', 'continue'), 'If Nobody Answers', ON_TIMEOUT) ===
				'fail' && !isReview,
		refusesSeveral:
			readChoice(
				added(options, 'severalItems', 'askOnce'),
				'If There Are Several Items',
				SEVERAL_ITEMS,
			) === 'refuse',
		followUp: readSwitch(added(options, 'followUpNote', true), 'Write Follow-Up Note'),
		isReview,
	};
}
