import type { Resource } from './resource';
import { account } from './account';
import { contact } from './contact';
import { issue } from './issue';

/** In the order of the editor. */
export const resources: Resource[] = [account, contact, issue];
