import type { IDataObject, IHttpRequestOptions, INodeProperties, INodePropertyCollection, PreSendAction } from 'n8n-workflow';
import { toSwitch } from '../parameters/values';
import { isRecord } from '../../shared/client/envelope';
import { beforeSending } from '../run/operationPlan';
import { isLeftOut, isToolCall } from '../run/tool';

/** The objects of the request around a parameter's value, the outermost first, each with the key that leads on. */
function wayTo(request: IHttpRequestOptions, { routing }: INodeProperties): Array<[IDataObject, string]> {
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

/** Takes the value out, and the objects around it that are empty then. */
function takeOut(request: IHttpRequestOptions, field: INodeProperties): void {
	let isOutermost = true;
	for (const [place, key] of wayTo(request, field).reverse()) {
		if (!isOutermost && Object.keys(place[key] as IDataObject).length > 0) return;
		isOutermost = false;
		delete place[key];
	}
}

/** An entry of a group of fields without what a model has left out; undefined when nothing but choices is left of it. */
function saidInEntry(fields: INodeProperties[], entry: IDataObject): IDataObject | undefined {
	const said = { ...entry };
	let isSaid = false;
	for (const field of fields) {
		if (field.type === 'fixedCollection' && isRecord(said[field.name])) {
			said[field.name] = saidIn(field, said[field.name] as IDataObject);
			isSaid ||= Object.keys(said[field.name] as IDataObject).length > 0;
		} else {
			isSaid ||= field.type !== 'options' && field.type !== 'boolean' && !isLeftOut(entry[field.name]);
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

/** Puts into the request what a model has said; false when that is nothing. */
function keepSaid(request: IHttpRequestOptions, field: INodeProperties, value: unknown): boolean {
	if (field.type !== 'fixedCollection' || !isRecord(value)) return !isLeftOut(value);
	const said = saidIn(field, value);
	const [place, key] = wayTo(request, field).at(-1) ?? [];
	if (place !== undefined && key !== undefined) place[key] = said;
	return Object.keys(said).length > 0;
}

/** Text that an expression or a model gives for a switch or a number. */
const typed = (field: INodeProperties): PreSendAction =>
	beforeSending(function (request) {
		const [place, key] = wayTo(request, field).at(-1) ?? [];
		if (place === undefined || key === undefined) return;
		const value = place[key];
		if (typeof value !== 'string') return;
		if (field.type === 'boolean') place[key] = toSwitch(this, value, field.displayName);
		else if (value.trim() !== '' && Number.isFinite(Number(value))) place[key] = Number(value);
	});

/**
 * The same parameter for values as AI models and expressions give them: switches and numbers may be text, and what a model
 * has left empty is as if nobody had touched it (elsewhere an empty value is refused, or empties the record's field).
 * @param path of the parameter among the node's
 * @param isAdded whether it is only there when somebody has added it
 */
function tolerant(field: INodeProperties, path: string, isAdded: boolean): INodeProperties {
	const { send } = field.routing ?? {};
	if (send === undefined || send.paginate !== undefined) return field;
	const own = [...(['boolean', 'number'].includes(field.type) ? [typed(field)] : []), ...(send.preSend ?? [])];
	const actions: PreSendAction = async function (request) {
		if (!field.required && isToolCall(this) && !keepSaid(request, field, this.getNodeParameter(path, null) as unknown)) {
			if (isAdded) {
				takeOut(request, field);
				return request;
			}
			const [place, key] = wayTo(request, field).at(-1) ?? [];
			if (place !== undefined && key !== undefined) place[key] = field.type === 'resourceLocator' ? '' : field.default;
		}
		let changed = request;
		for (const action of own) changed = await action.call(this, changed);
		return changed;
	};
	return { ...field, routing: { ...field.routing, send: { ...send, preSend: [actions] } } };
}

/**
 * @param properties of the node
 * @returns them, those inside of collections included, for values as AI models give them
 */
export function tolerantOf(properties: INodeProperties[]): INodeProperties[] {
	return properties.map((property) => {
		const { name, type, options } = property;
		if (type !== 'collection') return tolerant(property, name, false);
		const entries = (options as INodeProperties[]).map((entry) => tolerant(entry, `${name}.${entry.name}`, true));
		return { ...property, options: entries };
	});
}
