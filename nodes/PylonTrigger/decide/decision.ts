import type { IDataObject } from 'n8n-workflow';
import type { Refusal } from '../receive/refusalTexts';

/** An event that starts nothing, on purpose. It is answered with 200, since nothing is wrong with it. */
export interface Ignored {
	ignored: string;
	/** What is probably wrong with the settings, for the answer and the log. */
	note?: string;
}

/** A delivery that the trigger remembers as taken. */
export interface RememberedDelivery {
	/** Forgets it; called when no execution could be started after all. */
	undo(): void;
	/** Hands all that is remembered to n8n again. */
	touch(): void;
}

/** An event that starts the workflow. */
export interface Accepted {
	event?: string;
	deliveryKey: string;
	record?: IDataObject;
	note?: string;
	/** Undefined where duplicates are not dropped. */
	remembered?: RememberedDelivery;
}

export type Decision = Accepted | Ignored | Refusal;
