import { resources } from '../../../../nodes/Pylon/operations';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		...operation,
		name: `${resource.value}.${operation.value}`,
	})),
);

const DELETES = operations.filter(({ request }) => request.method === 'DELETE');

/** No record goes: two accounts are tied again by 'Create'; somebody gets mail again, which is another class. */
const NOT_FOR_GOOD = ['accountRelationship.delete', 'emailSuppression.delete'];

test('what cannot be undone is told by the description, and the other way round', () => {
	const told = operations.filter(({ description }) =>
		/permanently|cannot be undone/.test(description),
	);
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
