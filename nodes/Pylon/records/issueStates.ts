/** States that every workspace has, by slug (docs/pylon-api-notes.md#enumerations). */
export const BUILT_IN_STATES = [
	{ name: 'Closed', value: 'closed' },
	{ name: 'New', value: 'new' },
	{ name: 'On Hold', value: 'on_hold' },
	{ name: 'Waiting on Customer', value: 'waiting_on_customer' },
	{ name: 'Waiting on You', value: 'waiting_on_you' },
];
