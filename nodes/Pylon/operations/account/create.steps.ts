import { bodyOf } from '../../parameters/values';
import type { Step } from '../../run/operationPlan';

/**
 * Pylon wants the primary domain to be among the domains, too. Without 'Domain', the first of 'More Domains' is the primary
 * one.
 */
export const primaryDomainAmongAll: Step = function (request) {
	const body = bodyOf(request);
	const { primary_domain: primary, domains = [] } = body as {
		primary_domain?: string;
		domains?: string[];
	};
	const all = primary === undefined || domains.includes(primary) ? domains : [primary, ...domains];
	if (all.length > 0) Object.assign(body, { primary_domain: primary ?? all[0], domains: all });
};
