import type { CredentialData } from '../../../../support/additionalData';
import { upsertingItems } from './upserts';

/**
 * @param credentials of the simulated Pylon
 * @returns runs Contact: Create or Update over items with any of `externalId`, `email` and `name`
 */
export const upsertingContacts = (credentials: () => CredentialData) =>
	upsertingItems('contact', credentials, {
		externalId: '={{ $json.externalId }}',
		email: '={{ $json.email }}',
		name: '={{ $json.name }}',
	});
