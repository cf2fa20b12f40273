import { account } from '../records/account';
import { contact } from '../records/contact';
import { issue } from '../records/issue';
import { picker } from './picker';

export const contactId = picker('Contact', 'contactId', 'The contact to work with', contact);

export const issueId = picker('Issue', 'issueId', 'The issue to work with', issue);

export const accountId = picker('Account', 'accountId', 'The account to work with', account);
