import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Check, Complete, Handler, ListPlan, Shape, Step } from './operationPlan';

interface Slots {
	/** Checks and completes the request, one after the other, before anything of the run is sent. */
	validate?: Step[];
	/** Looks things up in Pylon, one after the other, before the request is sent. */
	lookUp?: Check[];
	/** Sends what is to be sent, where one request is not enough. */
	run?: Handler;
	/** The operation lists records, with the parameters `returnAll` and `limit`. */
	list?: ListPlan;
	/** Adds to the records that came what has to be asked for beside them. */
	complete?: Complete;
	/** Makes of the records that came what the operation puts out. */
	output?: Shape;
}

/** Whoever adds a POST has to say whether sending it twice does no more than sending it once. */
type SlotRequest =
	| { request: { method: Exclude<IHttpRequestMethods, 'POST'>; template: string }; safeToRepeat?: never }
	| { request: { method: 'POST'; template: string }; safeToRepeat: boolean };

/** All that an operation says about itself, in the order of execution. To take the place of the `preSend` functions. */
export type OperationSlots = Slots & SlotRequest;
