import type { Handlers } from '../context';
import { notFound } from '../errors';
import { listPage } from './shared';

/** Addresses that Pylon does not send to (openapi.yaml, `getEmailSuppressions`). */
export const emailSuppressions = {
	getEmailSuppressions: (context) => {
		const { email } = context.query as { email?: string };
		return listPage(
			context,
			context.state.emailSuppressions,
			(suppression) => ({ ...suppression }),
			(suppression) =>
				email === undefined || suppression.email.toLowerCase() === email.toLowerCase(),
		);
	},
	deleteEmailSuppression: ({ state, params }) => {
		if (!state.emailSuppressions.delete(params.id)) throw notFound('Email suppression');
		return {};
	},
} satisfies Handlers;
