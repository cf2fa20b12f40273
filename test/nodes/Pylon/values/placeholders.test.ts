import type { INodeParameters, INodePropertyMode } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { loadNode } from '../../../support/nodeTypes';
import { withPylon } from '../../../support/pylon';
import { OPERATIONS } from './support/operations';
import { VALUE, type Place } from './support/place';
import { outcomesOf } from './support/run';
import { placesOf } from './support/walk';

/** What the editor shows in an empty field is an example: whoever types it in must not be refused. */
const pylon = withPylon();
const node = loadNode(new Pylon());

interface Example {
	place: Place;
	parameters: INodeParameters;
	example: string;
}

const exampleIn = (placeholder: string | undefined): string | undefined =>
	placeholder?.startsWith('e.g. ') ? placeholder.slice('e.g. '.length) : undefined;

/** Of a picker, each mode has an example of its own. */
function examplesOf(place: Place): Example[] {
	const { property, path, within, parameters } = place;
	if (property.type !== 'resourceLocator') {
		const example = exampleIn(property.placeholder);
		const isTyped = ['string', 'json', 'color'].includes(property.type);
		return isTyped && example !== undefined ? [{ place, parameters, example }] : [];
	}
	if (within !== 'top') return [];
	return (property.modes as INodePropertyMode[]).flatMap(({ name: mode, placeholder }) => {
		const example = exampleIn(placeholder);
		const picked = { __rl: true, mode, value: VALUE };
		return example === undefined
			? []
			: [{ place, parameters: { ...parameters, [path[0]]: picked }, example }];
	});
}

/** Examples that do not fit everywhere, each by the operation and the parameter. */
const NOT_EVERYWHERE = [
	// Would be fetched from the internet.
	/^attachment\.download /,
	// Of issues: the searches share the parameter, and no field is in all of them.
	/^(?!issue\.)\w+\.search filterJson$/,
	// One entry for each file, and there is one file.
	/^trainingData\.uploadFiles (?:externalIds|fileNames)$/,
];

const fitsHere = ({ operation, property }: Place): boolean =>
	!NOT_EVERYWHERE.some((pattern) => pattern.test(`${operation} ${property.name}`));

let count = 0;

test.each(OPERATIONS)('$name takes what its placeholders show', async ({ resource, operation }) => {
	const refused: string[] = [];
	const places = placesOf(pylon.sim, node, resource, operation).filter(fitsHere);
	for (const { place, parameters, example } of places.flatMap(examplesOf)) {
		count++;
		const [outcome] = await outcomesOf(pylon.sim, node, parameters, [example]);
		pylon.sim.resetState();
		// Pylon may not have the record of the example; then it was asked for it.
		if (outcome.message !== undefined && outcome.requests.length === 0)
			refused.push(`${place.path.join('.')} = ${example}: ${outcome.message}`);
	}
	expect(refused).toEqual([]);
});

test('there were examples', () => {
	expect(count).toBeGreaterThan(100);
});
