import { shown, wrongInput } from '../../parameters/values';
import { beforeSending } from '../../run/operationPlan';

/** Pylon's bound; there is no cursor to read on with (openapi.yaml, `searchFeatureRequests`). */
export const MOST = 1000;

/** Refuses a 'Limit' that one reply cannot hold. */
export const noMoreThanOnePage = beforeSending(function () {
	const given = this.getNodeParameter('limit', 50) as unknown;
	const limit = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= MOST) return;
	throw wrongInput(
		this,
		`'Limit' has to be a whole number from 1 to ${MOST}`,
		`It is ${shown(given)}. Pylon finds at most ${MOST} feature requests at once; narrow a larger search down under 'Filters'.`,
	);
});
