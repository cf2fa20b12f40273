import { readWholeNumber } from '../../../shared/input';
import type { Step } from '../../run/operationPlan';

/** Most that Pylon sends; there is no cursor to read further (openapi.yaml, `searchFeatureRequests`). */
export const MOST = 1000;

/**
 * Checks 'Limit'.
 * @throws WrongInput when it is no whole number from 1 to what one answer can have
 */
export const noMoreThanOnePage: Step = function () {
	readWholeNumber(
		this.getNodeParameter('limit', 50),
		'Limit',
		[1, MOST],
		`Pylon finds at most ${MOST} feature requests at once. Use 'Filters' to find fewer.`,
	);
};
