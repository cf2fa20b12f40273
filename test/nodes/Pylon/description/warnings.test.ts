import type { INodeParameters } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import { fieldsShown } from '../../../support/form';

const type = new Pylon();

/** The first thing below 'Operation', as the editor shows the form. */
const firstShown = (parameters: INodeParameters) =>
	fieldsShown(type, parameters).filter(({ name }) => !['resource', 'operation'].includes(name))[0];

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map(({ value, effect }) => ({ resource, operation: value, effect })),
);

/** With the least that makes it reach customers. */
const given = ({ resource, operation }: (typeof operations)[number]): INodeParameters => ({
	resource,
	operation,
	...(operation.startsWith('create') && resource === 'issue' && { delivery: 'email' }),
});

const WARNED = { cannotBeUndone: 'cannot be undone', reachesCustomers: 'Customers can see' };

test.each(operations.filter(({ resource }) => resource !== 'apiRequest'))(
	'$resource: $operation ($effect) warns if, and only if, it matters',
	(one) => {
		const { type: kind, displayName } = firstShown(given(one)) ?? {};
		const warning = Object.entries(WARNED).find(([effect]) => effect === one.effect)?.[1];
		if (warning === undefined) expect(kind).not.toBe('notice');
		else {
			expect(kind).toBe('notice');
			expect(displayName).toContain(warning);
		}
	},
);

test('nothing warns of an issue that contacts nobody, or of a dry run', () => {
	const issue = { resource: 'issue', operation: 'create', delivery: 'internal' };
	expect(firstShown(issue).name).toBe('title');
	const merge = { resource: 'account', operation: 'merge' };
	expect(firstShown({ ...merge, dryRun: true }).name).toBe('dryRun');
});
