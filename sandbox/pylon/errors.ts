/** A refusal in Pylon's error shape (openapi.yaml, `ErrorResponse`; docs/pylon-api-notes.md#errors). */
export class ApiError extends Error {
	readonly code?: string;
	readonly existsId?: string;
	readonly stateChanged: boolean;

	/**
	 * @param status HTTP status of the reply
	 * @param errors the texts that the reply shows, one or several
	 * @param more `code` is left out where none was recorded, as of most 400s; `existsId` names the record that a
	 * duplicate clashes with; `stateChanged` marks a refusal half-way through a change that stays (merging accounts)
	 */
	constructor(
		readonly status: number,
		readonly errors: string | string[],
		more: { code?: string; existsId?: string; stateChanged?: boolean } = {},
	) {
		super(Array.isArray(errors) ? errors.join('; ') : errors);
		this.code = more.code;
		this.existsId = more.existsId;
		this.stateChanged = more.stateChanged ?? false;
	}

	/**
	 * @param requestId of the refused request
	 * @returns the reply's body: `{errors, request_id, code?, exists_id?}`
	 */
	toBody(requestId: string): Record<string, unknown> {
		return {
			errors: Array.isArray(this.errors) ? this.errors : [this.errors],
			request_id: requestId,
			...(this.code === undefined ? {} : { code: this.code }),
			...(this.existsId === undefined ? {} : { exists_id: this.existsId }),
		};
	}
}

/**
 * @param field path of the property in the request, e.g. `custom_fields.plan`
 * @param problem what is wrong with it, to be read behind the field's name and a colon
 * @returns a 400 for the caller to throw; it has no code, since none was recorded
 */
export function badField(field: string, problem: string): ApiError {
	return new ApiError(400, `${field}: ${problem}`);
}

/**
 * @param kind of record that the path names, e.g. `Contact`: "Contact not found!" is the official example
 * @returns a 404 for the caller to throw. That its code is `not_found`, as for an unknown route, is an assumption
 * (docs/pylon-api-notes.md#errors)
 */
export function notFound(kind: string): ApiError {
	return new ApiError(404, `${kind} not found!`, { code: 'not_found' });
}

/**
 * @param field of the request that has the value, e.g. `domains`
 * @param value that is in use already
 * @param existsId id of the record that has it; the reply shows it as `exists_id`
 * @returns a 400 for the caller to throw
 */
export function duplicate(field: string, value: string, existsId: string): ApiError {
	return new ApiError(400, `${field}: "${value}" is already in use`, { existsId });
}
