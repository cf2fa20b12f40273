import { resources } from '../../../../nodes/Pylon/operations';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		...operation,
		name: `${resource.value}.${operation.value}`,
	})),
);

const DELETES = operations.filter(({ request }) => request.method === 'DELETE');

/** A row of a list goes, not a record. Its class is another one: somebody gets mail again. */
const NOT_FOR_GOOD = ['emailSuppression.delete'];

test('what cannot be undone is told by the description, and the other way round', () => {
	const told = operations.filter(({ description }) => description.includes('cannot be undone'));
	const declared = operations.filter(
		({ effect, name }) => effect === 'cannotBeUndone' && name !== 'apiRequest.send',
	);
	expect(declared.map(({ name }) => name)).toEqual(told.map(({ name }) => name));
});

test('what deletes cannot be undone', () => {
	expect(
		DELETES.filter(
			({ effect, name }) => effect !== 'cannotBeUndone' && !NOT_FOR_GOOD.includes(name),
		),
	).toEqual([]);
});

test('what reads sends GET, or the POST of a search', () => {
	const writes = operations.filter(
		({ effect, request }) =>
			effect === 'reads' && request.method !== 'GET' && !request.url.endsWith('/search'),
	);
	expect(writes.map(({ name }) => name)).toEqual([]);
});

test('what sends GET only reads', () => {
	const gets = operations.filter(
		({ effect, request }) => effect !== 'reads' && request.method === 'GET',
	);
	expect(gets.map(({ name }) => name)).toEqual(['apiRequest.send']);
});
