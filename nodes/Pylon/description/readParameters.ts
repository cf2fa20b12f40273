import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodeProperties,
	INodePropertyCollection,
	PreSendAction,
} from 'n8n-workflow';
import {
	emptyInput,
	findChoice,
	isBlank,
	isBlankList,
	readChoice,
	readNumber,
	readSwitch,
	type Choice,
} from '../../shared/input';
import { ifEmptyIn, nothingFor } from '../parameters/ifEmpty';
import { isRecord } from '../../shared/client/envelope';
import { beforeSending, checkedBy } from '../run/operationPlan';
import { isLeftOut, isToolCall } from '../run/tool';

/** The objects of the request around a parameter's value, the outermost first, each with the key that leads further. */
function wayTo(
	request: IHttpRequestOptions,
	{ routing }: INodeProperties,
): Array<[IDataObject, string]> {
	const { type, property } = routing?.send ?? {};
	const way: Array<[IDataObject, string]> = [];
	let place: unknown = type === 'body' ? request.body : request.qs;
	for (const key of property?.split('.') ?? []) {
		if (!isRecord(place)) return [];
		way.push([place, key]);
		place = place[key];
	}
	return way;
}

/** Removes the value, and the objects around it that are empty then. */
function takeOut(request: IHttpRequestOptions, field: INodeProperties): void {
	let isInnermost = true;
	for (const [place, key] of wayTo(request, field).reverse()) {
		if (!isInnermost && Object.keys(place[key] as IDataObject).length > 0) return;
		isInnermost = false;
		delete place[key];
	}
}

/** An entry of a group of fields without those that a model has left out; undefined when nothing but choices is left of it. */
function saidInEntry(fields: INodeProperties[], entry: IDataObject): IDataObject | undefined {
	const said = { ...entry };
	let isSaid = false;
	for (const field of fields) {
		if (field.type === 'fixedCollection' && isRecord(said[field.name])) {
			said[field.name] = saidIn(field, said[field.name] as IDataObject);
			isSaid ||= Object.keys(said[field.name] as IDataObject).length > 0;
		} else {
			isSaid ||=
				field.type !== 'options' && field.type !== 'boolean' && !isLeftOut(entry[field.name]);
		}
	}
	return isSaid ? said : undefined;
}

/** A group of fields without the entries that a model has left out. */
function saidIn({ options = [] }: INodeProperties, value: IDataObject): IDataObject {
	const said: IDataObject = {};
	for (const { name, values } of options as INodePropertyCollection[]) {
		const given = value[name] as IDataObject | IDataObject[] | undefined;
		const kept = [given ?? []].flat().flatMap((entry) => saidInEntry(values, entry) ?? []);
		if (kept.length > 0) said[name] = Array.isArray(given) ? kept : kept[0];
	}
	return said;
}

const isList = (field: INodeProperties): boolean =>
	field.typeOptions?.loadOptionsMethod !== undefined;

/** @returns whether a model has said something; a choice may itself be called `none` */
function isSaid(field: INodeProperties, value: unknown): boolean {
	if (
		field.type === 'options' &&
		findChoice(value, (field.options ?? []) as Choice[]) !== undefined
	)
		return true;
	return !isLeftOut(value);
}

/** Puts into the request what a model has said; returns false when that is nothing. */
function keepSaid(request: IHttpRequestOptions, field: INodeProperties, value: unknown): boolean {
	if (field.type !== 'fixedCollection' || !isRecord(value)) return isSaid(field, value);
	const said = saidIn(field, value);
	const [place, key] = wayTo(request, field).at(-1) ?? [];
	if (place !== undefined && key !== undefined) place[key] = said;
	return Object.keys(said).length > 0;
}

/** Reads switches, choices and numbers, which have no reader of their own: the description says everything about them. */
const readByType = (field: INodeProperties): PreSendAction =>
	beforeSending(function (request) {
		const { type, displayName } = field;
		const [place, key] = wayTo(request, field).at(-1) ?? [];
		if (place === undefined || key === undefined || !(key in place)) return;
		const value: unknown = place[key];
		if (type === 'boolean') place[key] = readSwitch(value, displayName);
		if (type === 'options' && !isList(field))
			place[key] = readChoice(value, displayName, field.options as Array<Choice<string>>);
		if (type !== 'number') return;
		if (isBlank(value)) throw nothingFor(displayName, ifEmptyIn(this));
		place[key] = readNumber(value, displayName);
	});

/** A choice with steps of its own is read by them: it may take more than its options, or depend on others. */
const isReadByType = ({ type, routing }: INodeProperties): boolean =>
	type === 'boolean' ||
	type === 'number' ||
	(type === 'options' && (routing?.send?.preSend ?? []).length === 0);

/**
 * The value of a parameter that was added: the name of a record, the entries of a changed list. n8n has put most of them
 * into the request already, and evaluating an expression again takes time.
 */
function contentIn(
	context: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
	field: INodeProperties,
	path: string,
): unknown {
	const [place, key] = wayTo(request, field).at(-1) ?? [];
	const value: unknown =
		place === undefined || key === undefined ? context.getNodeParameter(path, null) : place[key];
	if (!isRecord(value)) return value;
	if ('__rl' in value) return value.value;
	return isRecord(value.change) ? value.change.values : value;
}

/**
 * Whether a field that was added is left out because it has no value. Never a switch or choice: the default may be the
 * opposite of what was meant.
 */
function isLeftOutIfEmpty(context: IExecuteSingleFunctions, { type }: INodeProperties): boolean {
	if (type === 'boolean' || type === 'options') return false;
	try {
		return ifEmptyIn(context) === 'leaveOut';
	} catch {
		// The option itself refuses what it does not know, in the care of the transport.
		return false;
	}
}

const nothingToLookUp = checkedBy(async () => undefined);

/** A model may write `null` where it has to say something. */
const refusedAsEmpty = (displayName: string): PreSendAction =>
	beforeSending(() => {
		throw emptyInput(displayName);
	});

/**
 * Makes the same parameter, with its value read: switches, choices and numbers in all the ways in which they are written. A
 * value that a model has left empty counts as untouched, and so does an added field without a value where the user wants it
 * so.
 * @param path the parameter's path among the node's
 * @param isAdded whether it is only there when somebody has added it
 */
function readParameter(field: INodeProperties, path: string, isAdded: boolean): INodeProperties {
	const { send } = field.routing ?? {};
	if (send === undefined || send.paginate !== undefined) return field;
	const own = [...(isReadByType(field) ? [readByType(field)] : []), ...(send.preSend ?? [])];
	const actions: PreSendAction = async function (request) {
		if (
			!field.required &&
			isToolCall(this) &&
			!keepSaid(request, field, this.getNodeParameter(path, null) as unknown)
		) {
			if (isAdded) {
				takeOut(request, field);
				return request;
			}
			const [place, key] = wayTo(request, field).at(-1) ?? [];
			if (place !== undefined && key !== undefined)
				place[key] = field.type === 'resourceLocator' ? '' : field.default;
		}
		if (
			field.required === true &&
			isToolCall(this) &&
			!isSaid(field, contentIn(this, request, field, path))
		) {
			return await refusedAsEmpty(field.displayName).call(this, request);
		}
		let changed = request;
		// The entries of a list that is changed; of a list that is written as text, only its reader knows that it is one.
		const isEmpty = field.type === 'fixedCollection' ? isBlankList : isBlank;
		if (
			isAdded &&
			!field.required &&
			isEmpty(contentIn(this, request, field, path)) &&
			isLeftOutIfEmpty(this, field)
		) {
			takeOut(request, field);
			// As many look-ups as the field has with a value, so that the items of a run keep their order.
			return field.type === 'resourceLocator' ? await nothingToLookUp.call(this, request) : request;
		}
		for (const action of own) changed = await action.call(this, changed);
		return changed;
	};
	return { ...field, routing: { ...field.routing, send: { ...send, preSend: [actions] } } };
}

/**
 * @param properties the node's properties
 * @returns the properties, including those inside of collections, with the functions that read their values
 */
export function readingParameters(properties: INodeProperties[]): INodeProperties[] {
	return properties.map((property) => {
		const { name, type, options } = property;
		if (type !== 'collection') return readParameter(property, name, false);
		const entries = (options as INodeProperties[]).map((entry) =>
			readParameter(entry, `${name}.${entry.name}`, true),
		);
		return { ...property, options: entries };
	});
}
