import type { INodeProperties } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';

/** n8n goes through every property twice for each item (bench/README.md): two where one would do cost each item time. */
const { properties } = new Pylon().description;

const placesOf = ({ displayOptions }: INodeProperties) => ({
	resources: (displayOptions?.show?.resource ?? []) as string[],
	operations: (displayOptions?.show?.operation ?? []) as string[],
});

/** All that the editor shows, but where. What functions do may differ, and so may the entries of a collection. */
function looksOf({ displayOptions, ...property }: INodeProperties): string {
	const show = { ...displayOptions?.show, resource: undefined, operation: undefined };
	const options = property.type === 'collection' ? undefined : property.options;
	return JSON.stringify({ ...property, options, displayOptions: { ...displayOptions, show } });
}

const isShownFor = (property: INodeProperties, resource: string, operation: string): boolean => {
	const places = placesOf(property);
	return places.resources.includes(resource) && places.operations.includes(operation);
};

/** Whether each operation within reach of both, by resource and by operation, has one of them. */
function couldBeOne(one: INodeProperties, other: INodeProperties): boolean {
	const [here, there] = [placesOf(one), placesOf(other)];
	const within = [...here.operations, ...there.operations];
	return resources
		.filter(({ value }) => [...here.resources, ...there.resources].includes(value))
		.every(({ value: resource, operations }) =>
			operations
				.filter(({ value }) => within.includes(value))
				.every(({ value }) => [one, other].some((shown) => isShownFor(shown, resource, value))),
		);
}

const shared = properties.filter(({ displayOptions }) => displayOptions?.show?.operation);

test('no two parameters that look alike could be one', () => {
	const byLooks = new Map<string, INodeProperties[]>();
	for (const property of shared) {
		const looks = looksOf(property);
		byLooks.set(looks, [...(byLooks.get(looks) ?? []), property]);
	}
	const twice = [...byLooks.values()].flatMap((alike) =>
		alike.flatMap((one, index) =>
			alike
				.slice(index + 1)
				.filter((other) => couldBeOne(one, other))
				.map((other) => [one.name, placesOf(one), placesOf(other)]),
		),
	);
	expect(twice).toEqual([]);
});

test('no operation shows two parameters of one name and look', () => {
	const twice = resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap(({ value: operation }) => {
			const looks = shared
				.filter((property) => isShownFor(property, resource, operation))
				.map(looksOf);
			return looks.filter((one, index) => looks.indexOf(one) !== index);
		}),
	);
	expect(twice).toEqual([]);
});
