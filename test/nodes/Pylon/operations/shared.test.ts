import type { IExecuteSingleFunctions, INodeProperties, PreSendAction } from 'n8n-workflow';
import { resources } from '../../../../nodes/Pylon/operations';
import type { Operation, Resource } from '../../../../nodes/Pylon/operations/operation';
import {
	propertiesOf,
	withCommonFields,
} from '../../../../nodes/Pylon/description/buildProperties';

const pairs = (all: Resource[]) =>
	all.flatMap((resource) =>
		resource.operations.map((operation) => ({ resource: resource.value, operation })),
	);

/** Properties that n8n shows for an operation, whatever else they hang on. */
const shownFor = (properties: INodeProperties[], resource: string, operation: string) =>
	properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation),
	);

/**
 * A property as its operation declares it: without what the assembler adds. Whether each operation keeps its own steps is
 * tested below.
 */
function declared({ displayOptions, options, routing, ...rest }: INodeProperties): unknown {
	const show = Object.entries(displayOptions?.show ?? {}).filter(
		([name]) => name !== 'resource' && name !== 'operation',
	);
	const { preSend, ...send } = routing?.send ?? {};
	return {
		...rest,
		routing: { ...routing, send },
		hasSteps: preSend !== undefined,
		show,
		hide: displayOptions?.hide,
		options: rest.type === 'collection' ? undefined : options,
	};
}

const entriesFor = ({ options = [] }: INodeProperties, resource: string, operation: string) =>
	(options as INodeProperties[]).filter(({ displayOptions }) => {
		const { '/resource': of, '/operation': operations } = displayOptions?.show ?? {};
		return of?.includes(resource) === true && operations?.includes(operation) === true;
	});

const byName = (one: INodeProperties, other: INodeProperties) => one.name.localeCompare(other.name);

describe('the node', () => {
	const properties = propertiesOf(resources);

	test.each(
		pairs(withCommonFields(resources)).map(
			({ resource, operation }) =>
				[`${resource}: ${operation.value}`, resource, operation] as const,
		),
	)(
		'%s shows its parameters and no others, as its file declares them',
		(_, resource, operation) => {
			// A request of its own hangs on a parameter that nobody sees.
			const shown = shownFor(properties, resource, operation.value).filter(
				({ name }) => name !== operation.requestParameter,
			);
			expect(shown.map(({ name }) => name).sort()).toEqual(
				operation.fields.map(({ name }) => name).sort(),
			);
			expect([...shown].sort(byName).map(declared)).toEqual(
				[...operation.fields].sort(byName).map(declared),
			);
			for (const collection of operation.fields.filter(({ type }) => type === 'collection')) {
				const entries = entriesFor(
					shown.find(({ name }) => name === collection.name) as INodeProperties,
					resource,
					operation.value,
				);
				expect(entries.map(({ name }) => name).sort()).toEqual(
					(collection.options as INodeProperties[]).map(({ name }) => name).sort(),
				);
			}
		},
	);
});

describe('what is shared', () => {
	const field = (name: string): INodeProperties => ({
		displayName: name,
		name,
		type: 'string',
		default: '',
	});
	const operation = (value: string, ...fields: INodeProperties[]): Operation => ({
		name: value,
		value,
		action: value,
		description: value,
		effect: 'reads',
		request: { method: 'GET', url: `/${value}` },
		fields,
	});
	const resource = (value: string, ...operations: Operation[]): Resource => ({
		name: value,
		value,
		operations,
		default: operations[0].value,
	});
	const placesOf = (all: Resource[], name: string) =>
		propertiesOf(all)
			.filter((property) => property.name === name)
			.map(({ displayOptions }) => [
				displayOptions?.show?.resource,
				displayOptions?.show?.operation,
			]);

	test('the same object of several resources is one property', () => {
		const id = field('id');
		const all = [
			resource('a', operation('get', id), operation('list')),
			resource('b', operation('get', id), operation('delete', id)),
		];
		expect(placesOf(all, 'id')).toEqual([
			[
				['a', 'b'],
				['get', 'delete'],
			],
		]);
	});

	test('not where one of the resources has an operation of the other without the parameter', () => {
		const id = field('id');
		const all = [
			resource('a', operation('get', id), operation('delete')),
			resource('b', operation('get', id), operation('delete', id)),
		];
		expect(placesOf(all, 'id')).toEqual([
			[['a'], ['get']],
			[['b'], ['get', 'delete']],
		]);
	});

	test('parameters that look alike are one property, and each operation keeps its own steps', async () => {
		const done: string[] = [];
		const step =
			(name: string): PreSendAction =>
			async (request) => {
				done.push(name);
				return { ...request, url: `${request.url}/${name}` };
			};
		const id = (...steps: string[]): INodeProperties => ({
			...field('id'),
			routing: { send: { preSend: steps.map(step) } },
		});
		const all = [
			resource('a', operation('get', id('a1', 'a2')), operation('list', id())),
			resource('b', operation('get', id('b'))),
		];
		const [property, ...others] = propertiesOf(all).filter(({ name }) => name === 'id');
		expect(others).toEqual([]);
		const [run] = property?.routing?.send?.preSend ?? [];
		const sent = async (of: string, at: string) => {
			const parameters = { resource: of, operation: at };
			const context = { getNode: () => ({ parameters }) } as unknown as IExecuteSingleFunctions;
			return (await run?.call(context, { url: '' }))?.url;
		};
		expect([await sent('a', 'get'), await sent('a', 'list'), await sent('b', 'get')]).toEqual([
			'/a1/a2',
			'',
			'/b',
		]);
		expect(done).toEqual(['a1', 'a2', 'b']);
	});

	test('one with steps and one without stay apart', () => {
		const plain = field('id');
		const withSteps = { ...field('id'), routing: { send: { preSend: [] } } };
		const all = [
			resource('a', operation('get', plain)),
			resource('b', operation('get', withSteps)),
		];
		expect(placesOf(all, 'id')).toHaveLength(2);
	});

	test('collections of one name and look are one, each entry for its operation', () => {
		const more = (...entries: string[]): INodeProperties => ({
			displayName: 'More',
			name: 'more',
			type: 'collection',
			default: {},
			options: entries.map(field),
		});
		const all = [
			resource('a', operation('get', more('y')), operation('list', more('x'))),
			resource('b', operation('get', more('x'))),
		];
		const [property, ...others] = propertiesOf(all).filter(({ name }) => name === 'more');
		expect(others).toEqual([]);
		const names = (of: string, at: string) => entriesFor(property, of, at).map(({ name }) => name);
		expect([names('a', 'get'), names('a', 'list'), names('b', 'get'), names('b', 'list')]).toEqual([
			['y'],
			['x'],
			['x'],
			[],
		]);
	});

	test('where operations want different orders, the first decides', () => {
		const [one, two] = [field('one'), field('two')];
		const all = [
			resource('a', operation('get', two, one)),
			resource('b', operation('get', one, two)),
		];
		const names = propertiesOf(all).map(({ name }) => name);
		expect(names.filter((name) => name === 'one' || name === 'two')).toEqual(['two', 'one']);
	});
});
