import { readMoment, toRfc3339 } from '../../../shared/input';
import { beforeSending } from '../../run/operationPlan';
import { queryOf } from '../query';
import { inBody } from '../texts/body';

/** For a moment in the body. */
export const momentInBody = inBody((value, displayName, context) =>
	toRfc3339(readMoment(value, displayName, context.getTimezone())),
);

/**
 * @param property of the query, e.g. `submitted_after`
 * @param displayName the parameter's display name
 * @returns a `preSend` for a moment in the query
 */
export const momentInQuery = (property: string, displayName: string) =>
	beforeSending(function (request) {
		const query = queryOf(request);
		query[property] = toRfc3339(readMoment(query[property], displayName, this.getTimezone()));
	});
