import type { EmailSuppressionRecord } from '../records/emailSuppression';
import type { State } from '../state';
import type { At } from './at';

const SUPPRESSED: Array<Omit<EmailSuppressionRecord, 'id' | 'created_at'> & { days: number }> = [
	{
		email: 'farid@globex.example',
		reason: 'hard_bounce',
		bounce_details: '550 5.1.1 The mailbox does not exist',
		days: 12,
	},
	{
		email: 'ines@old.initech.example',
		reason: 'hard_bounce',
		bounce_details: '550 5.4.4 The domain does not exist',
		days: 6,
	},
	{ email: 'tomas@mail.example', reason: 'manual', bounce_details: null, days: 4 },
];

/**
 * Stores addresses that Pylon does not send to, all of seeded contacts: two bounced, and one was taken out by hand.
 *
 * @param state the addresses are added to it
 * @param at gives the times
 */
export function seedEmailSuppressions(state: State, at: At): void {
	for (const { days, ...suppression } of SUPPRESSED) {
		const id = state.newId('emailSuppression');
		state.emailSuppressions.set(id, { id, ...suppression, created_at: at(days) });
	}
}
