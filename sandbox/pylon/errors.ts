/**
 * A refusal in Pylon's error shape (docs/pylon-api-notes.md#errors). `code` is left out where none was recorded (400);
 * `existsId` names the record that a duplicate clashes with; `stateChanged` marks a refusal half-way through a change
 * that stays (merge).
 */
export class ApiError extends Error {
	readonly code?: string;
	readonly existsId?: string;
	readonly stateChanged: boolean;

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

	/** The reply's body: `{errors, request_id, code?, exists_id?}`. */
	toBody(requestId: string): Record<string, unknown> {
		return {
			errors: Array.isArray(this.errors) ? this.errors : [this.errors],
			request_id: requestId,
			...(this.code === undefined ? {} : { code: this.code }),
			...(this.existsId === undefined ? {} : { exists_id: this.existsId }),
		};
	}
}

/** 400 for a field of the request; the text begins with the field's name. */
export function badField(field: string, problem: string): ApiError {
	return new ApiError(400, `${field}: ${problem}`);
}

/** 404 for the record that the path names ("Contact not found!" is the official example). */
export function notFound(kind: string): ApiError {
	return new ApiError(404, `${kind} not found!`, { code: 'not_found' });
}

/** 400 for a duplicate, with the id of the record that exists. */
export function duplicate(field: string, value: string, existsId: string): ApiError {
	return new ApiError(400, `${field}: "${value}" is already in use`, { existsId });
}
