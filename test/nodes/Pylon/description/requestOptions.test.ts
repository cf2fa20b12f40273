import { DirectoryLoader } from 'n8n-core';
import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';

/** What a workflow stores of a parameter, and what n8n does with it: names, types and defaults, not the words. */
const shapeOf = (property: INodeProperties): unknown => {
	const { name, type, default: standard, typeOptions, noDataExpression, options = [] } = property;
	return {
		name,
		type,
		default: standard,
		typeOptions,
		noDataExpression,
		options: (options as INodePropertyCollection[]).map(({ name: group, values }) => ({
			group,
			values: values.map(shapeOf),
		})),
	};
};

const requestOptionsOf = ({ description }: INodeType): INodeProperties =>
	description.properties.find(({ name }) => name === 'requestOptions') as INodeProperties;

const entriesOf = (node: INodeType) => requestOptionsOf(node).options as INodeProperties[];

const loaded = (node: INodeType): INodeType => {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(node);
	return node;
};

test('the node has the request options that n8n adds to a declarative node without a webhook', () => {
	const bare: INodeType = { description: { ...new Pylon().description, properties: [] } };
	const own = entriesOf(loaded(bare));
	expect(own.length).toBeGreaterThan(2);
	const declared = entriesOf(loaded(new Pylon()));
	for (const one of own) {
		const same = declared.filter(({ name }) => name === one.name);
		expect(same.map(shapeOf)).toEqual([shapeOf(one)]);
	}
	const names = declared.map(({ displayName }) => displayName);
	expect(names).toEqual([...names].sort());
	expect(requestOptionsOf(loaded(new Pylon()))).toMatchObject({
		isNodeSetting: true,
		type: 'collection',
		default: { batching: { batch: { batchSize: 4, batchInterval: 1 } } },
	});
});
