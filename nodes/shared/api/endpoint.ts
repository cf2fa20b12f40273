/** What Pylon's API description says of an endpoint (sandbox/pylon/openapi.yaml). */
export interface Endpoint {
	/** What `data` of a good answer holds. A record has an `id` unless said otherwise. */
	answers: 'record' | 'record without id' | 'list' | 'nothing';
	/** For lists: most records of one page; 0 when the list takes no limit and comes as a whole. */
	pageSize?: number;
	/**
	 * Whether sending the request twice does no more than sending it once. Pylon documents no idempotency
	 * key (docs/pylon-api-notes.md#no-idempotency-key).
	 */
	safeToRepeat: boolean;
	/** Whether what several requests write to one record shows in the order in which they were sent. */
	keepsOrder?: true;
	/** How many requests Pylon takes in a minute. */
	rateLimit: number;
}
