import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type SimulatedPylon } from '../../../../../sandbox/pylon';

export interface OperationUnderTest {
	parameters: INodeParameters;
	/** Input items whose requests differ from each other. */
	inputs: (sim: SimulatedPylon, count: number) => IDataObject[];
	/** Throws unless the record belongs to the input. */
	belongs?: (record: IDataObject, input: IDataObject, sim: SimulatedPylon) => void;
	/** For what must not be carried out twice: its operation in the API, and which input a request comes from. */
	unsafe?: {
		operationId: string;
		keyOfBody: (body: IDataObject) => unknown;
		keyOfInput: (input: IDataObject) => unknown;
		/** Whether several inputs have the same key, so that another one's request may be the one that was carried out. */
		isShared?: boolean;
	};
}
