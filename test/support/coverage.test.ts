import { contact } from '../../nodes/Pylon/operations/contact';
import type { Operation } from '../../nodes/Pylon/operations/operation';
import type { ReceivedRequest } from '../../sandbox/pylon';
import { missingFields, missingParameters } from './coverage';
import { unknownParameters } from './knownParameters';

const update = contact.operations.find(({ value }) => value === 'update') as Operation;

const sent = (body: object) =>
	({ operationId: 'updateContact', query: {}, body }) as ReceivedRequest;

test('a parameter that no case has is missing, in a collection too', () => {
	const none = missingParameters(update, []);
	expect(none).toEqual(expect.arrayContaining(['contactId', 'updateFields.name']));
	const some = missingParameters(update, [{ updateFields: { name: 'Ada' } }, { contactId: 'id' }]);
	expect(some).toEqual(none.filter((path) => path !== 'contactId' && path !== 'updateFields.name'));
});

test('a field of the API that no case sends is missing, unless it is not offered', () => {
	const none = missingFields(update, [], { notOffered: {}, also: [] });
	expect(none).toEqual(expect.arrayContaining(['updateContact: name', 'updateContact: emails']));
	const some = missingFields(update, [sent({ name: 'Ada' })], {
		notOffered: { emails: 'because' },
		also: [],
	});
	expect(some).toEqual(
		none.filter((field) => field !== 'updateContact: name' && field !== 'updateContact: emails'),
	);
	expect(missingFields(update, [], { notOffered: {}, also: ['createContact'] })).toEqual(
		expect.arrayContaining(['createContact: name']),
	);
});

test('a parameter that the node does not have is unknown, also in a collection, and in that of another operation', () => {
	const type = 'n8n-nodes-pylon.pylon';
	const own = { resource: 'contact', operation: 'update', contactId: 'id' };
	expect(unknownParameters(type, { ...own, updateFields: { name: 'Ada' } })).toEqual([]);
	expect(unknownParameters(type, { ...own, nmae: 'Ada' })).toEqual(['nmae']);
	expect(unknownParameters(type, { ...own, updateFields: { title: 'Ada' } })).toEqual([
		'updateFields.title',
	]);
	expect(unknownParameters('n8n-nodes-base.set', { nmae: 'Ada' })).toEqual([]);
});
