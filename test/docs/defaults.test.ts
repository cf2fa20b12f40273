import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../nodes/PylonTrigger/PylonTrigger.node';
import { documents, textOf } from './documents';

const nodes = [new Pylon(), new PylonTrigger(), new PylonPollingTrigger()].map(
	({ description }) => description,
);

/** Fields with a number for a default, by the name that the editor shows; several nodes may have one. */
function defaultsIn(properties: INodeProperties[]): Array<[string, number]> {
	return properties.flatMap((property): Array<[string, number]> => [
		...(typeof property.default === 'number'
			? [[property.displayName, property.default] as [string, number]]
			: []),
		...(property.options ?? []).flatMap((option) => {
			if ('values' in option) return defaultsIn((option as INodePropertyCollection).values);
			return 'displayName' in option ? defaultsIn([option as INodeProperties]) : [];
		}),
	]);
}

test('a number in brackets behind the name of a field is its default', () => {
	const defaults = nodes.flatMap(({ properties }) => defaultsIn(properties));
	const quoted = documents.flatMap((file) =>
		[
			...textOf(file).matchAll(
				/(?<!\*)\*{1,2}([A-Z][^*\n(]*?)(?: \(Seconds\))?\*{1,2}(?: per item)? \(([\d,]+)( minutes| seconds)?\)/g,
			),
		].map(([, name, number, unit]) => ({
			file,
			name,
			value: Number(number.replaceAll(',', '')) * (unit === ' minutes' ? 60 : 1),
		})),
	);
	expect(quoted.length).toBeGreaterThan(3);
	const wrong = quoted.filter(
		({ name, value }) =>
			!defaults.some(
				([displayName, given]) => displayName.replace(/ \(\w+\)$/, '') === name && given === value,
			),
	);
	expect(wrong).toEqual([]);
});
