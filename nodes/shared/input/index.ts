/**
 * Each kind of value has one reader, wherever the value comes from. A reader returns the value in the form in which it is
 * sent, or throws `WrongInput`, which names the parameter and says what to do. Readers know no node and send nothing.
 */
export { isBlank, isBlankForModel, trimmed, visible } from './blank';
export { findChoice, listed, readChoice, type Choice } from './choice';
export { readColor } from './color';
export { domainKey, isDomain, readDomain, readDomains } from './domain';
export { bareEmail, emailKey, isEmail, readEmail, readEmails } from './email';
export { isJsonObject, readJson, readJsonObject, type JsonObject } from './json';
export { isBlankList, isBlankListForModel, readList, type ListOptions } from './list';
export { isMomentObject, readDay, readMoment, toRfc3339 } from './moment';
export { plainDecimal, readNumber, readWholeNumber } from './number';
export { ownValue } from './own';
export { readPhoneNumber, readPhoneNumbers } from './phoneNumber';
export {
	readId,
	readIds,
	readReference,
	readReferenceBy,
	referenceInAddress,
	type Reference,
	type ReferenceKind,
} from './reference';
export { readSwitch } from './switch';
export { checkText, readFreeText, readText } from './text';
export { readUrl, readUrls } from './url';
export {
	CHECK_EXPRESSION,
	CHECK_EXPRESSIONS,
	emptyInput,
	operationError,
	reading,
	shown,
	toOperationError,
	WrongInput,
	type ErrorContext,
} from './wrongInput';
