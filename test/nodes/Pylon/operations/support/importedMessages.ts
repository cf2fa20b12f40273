import { seedIds } from '../../../../../sandbox/pylon';

const { carla } = seedIds.contacts;
const { nora } = seedIds.users;

export const message = { message: 'The export stops.' };

/** Between them every field of a message. */
export const messages = {
	message: [
		{
			message: 'The export stops.',
			contactId: carla,
			createdAt: '2024-02-01T09:00:00',
			isPrivate: false,
			attachmentUrls: 'https://files.example.com/a.png, https://gone.invalid/b.png',
			userId: '',
		},
		{
			message: 'Known, see the wiki.',
			userId: nora,
			createdAt: '2024-02-01T10:30:00+02:00',
			isPrivate: true,
		},
	],
};

export const sentMessages = [
	{
		body_html: '<p>The export stops.</p>',
		is_private: false,
		contact_id: carla,
		created_at: '2024-02-01T08:00:00Z',
		attachment_urls: ['https://files.example.com/a.png', 'https://gone.invalid/b.png'],
	},
	{
		body_html: '<p>Known, see the wiki.</p>',
		is_private: true,
		user_id: nora,
		created_at: expect.stringMatching(/^2024-02-01T/),
	},
];

export const wrongMessages = [
	{ messages: {}, message: "'Messages' has no message" },
	{ messages: { message: [{ message: ' ' }] }, message: "Message 1 of 'Messages' has no text" },
	{
		messages: { message: [{ ...message, contactId: carla, userId: nora }] },
		message: "Message 1 of 'Messages' has two authors",
	},
	{
		messages: { message: [message, { ...message, createdAt: 'once' }] },
		message: "'Created At of Message 2'",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"body_html":"x",}]',
		message: "'Messages (JSON)' is not JSON",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"body_html":"x","from":"me"}]',
		message: "has the unknown field 'from'",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"is_private":true}]',
		message: "Message 1 of 'Messages' has no text",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"message":"x","body_html":"x"}]',
		message: "Message 1 of 'Messages' has two texts",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"message":"a {b: [object Object]}"}]',
		message: "'Messages (JSON)' has '[object Object]' in it",
	},
	{
		messagesFrom: 'json',
		messagesJson: '["x"]',
		message: "Message 1 of 'Messages' is not an object",
	},
	{
		messagesFrom: 'json',
		messagesJson: '[{"body_html":"x","is_private":"perhaps"}]',
		message: "'Private of Message 1' has to be true or false",
	},
];
