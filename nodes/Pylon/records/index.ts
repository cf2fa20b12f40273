import { account } from './account';
import { contact } from './contact';
import { issue } from './issue';
import type { RecordKind } from './kind';
import { tag } from './tag';
import { team } from './team';
import { user } from './user';

/** Every kind of record that a picker lists. */
export const kinds: RecordKind[] = [account, contact, issue, tag, team, user];

/** Parameters of paths that name a record by more than its ID. */
export const kindOfParameter: Partial<Record<string, RecordKind>> = {
	accountId: account,
	contactId: contact,
	issueId: issue,
	userId: user,
};
