import type { INodeParameters } from 'n8n-workflow';

import type { CustomFieldColumn } from '../../../../nodes/Pylon/parameters/customFields/customFieldColumn';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { byHand } from '../../../support/mapper';
import { loadNode } from '../../../support/nodeTypes';
import { withPylon } from '../../../support/pylon';
import { addOtherTypes, schemaOf } from '../parameters/support/writeCustomFields';
import { outcomesOf } from './support/run';

/** Custom fields take the same in the mapper and as JSON. */
const pylon = withPylon();
const node = loadNode(new Pylon());
const { nora } = seedIds.users;

/** By type: what a value becomes; `refused` where it is none. */
const TABLE: Record<string, Array<[value: unknown, written: string | string[]]>> = {
	text: [
		['About', 'About'],
		[7, '7'],
		[{ a: 1 }, 'refused'],
		['[object Object]', 'refused'],
	],
	number: [
		[12, '12'],
		['12.0', '12'],
		['1e3', 'refused'],
		['1,234', 'refused'],
		['0x10', 'refused'],
		[{ a: 1 }, 'refused'],
	],
	decimal: [
		[12.5, '12.5'],
		['12.50', '12.5'],
		[0.0000001, '0.0000001'],
		['-0.0000025', '-0.0000025'],
		['1e-7', 'refused'],
		['.5', 'refused'],
	],
	boolean: [
		[true, 'true'],
		['TRUE', 'true'],
		['no', 'false'],
		[1, 'true'],
		['0', 'false'],
		['constructor', 'refused'],
		['__proto__', 'refused'],
		['perhaps', 'refused'],
	],
	date: [
		['2026-11-27', '2026-11-27'],
		[46353, '2026-11-27'],
		[new Date('2026-11-27T12:00:00Z'), '2026-11-27'],
		['2027', 'refused'],
		[12, 'refused'],
	],
	datetime: [
		['2026-11-27T09:00:00+01:00', '2026-11-27T08:00:00Z'],
		[1798700000, '2026-12-31T06:53:20Z'],
		['soon', 'refused'],
	],
	select: [
		['team', 'team'],
		['Team', 'team'],
		['TEAM', 'team'],
		['gold', 'refused'],
		['constructor', 'refused'],
	],
	multiselect: [
		['desk, portal', ['desk', 'portal']],
		['Desk; PORTAL', ['desk', 'portal']],
		[['desk'], ['desk']],
		["['desk','portal']", ['desk', 'portal']],
		['desk, gold', 'refused'],
	],
	user: [
		[nora, nora],
		['nora@northwind.example', nora],
		['Nora <NORA@northwind.example>', nora],
		[{ id: nora }, 'refused'],
	],
};

const update = (parameters: INodeParameters): INodeParameters => ({
	resource: 'account',
	operation: 'update',
	accountId: byId(seedIds.accounts.globex),
	...parameters,
});

test.each(Object.keys(TABLE))('%s', async (type) => {
	addOtherTypes(pylon);
	const schema = await schemaOf(pylon);
	const column = schema.find(
		(one) =>
			(one as CustomFieldColumn).pylonType === type && one.readOnly !== true && one.id !== 'odds',
	);
	expect(column).toBeDefined();
	const slug = String(column?.id);
	const values = TABLE[type].map(([value]) => value);
	const forms: Record<string, INodeParameters> = {
		mapper: { customFields: byHand({ [slug]: '={{ $json.v }}' }, schema) },
		'mapper without definitions': { customFields: byHand({ [slug]: '={{ $json.v }}' }) },
		'JSON by expression': { updateFields: { customFieldsJson: `={{ { '${slug}': $json.v } }}` } },
		"Pylon's own form as JSON": {
			updateFields: {
				customFieldsJson: `={{ { '${slug}': { slug: '${slug}', value: $json.v } } }}`,
			},
		},
		'the form of a record as JSON': {
			updateFields: { customFieldsJson: `={{ { '${slug}': { value: $json.v } } }}` },
		},
	};
	for (const [form, parameters] of Object.entries(forms)) {
		const outcomes = await outcomesOf(pylon.sim, node, update(parameters), values);
		const written = outcomes.map(({ requests, message }) => {
			const change = requests.find(({ method }) => method === 'PATCH');
			const [field] =
				(
					change?.body as
						{ custom_fields?: Array<{ value?: string; values?: string[] }> } | undefined
				)?.custom_fields ?? [];
			return change === undefined && message !== undefined
				? 'refused'
				: (field?.values ?? field?.value);
		});
		expect([form, written]).toEqual([form, TABLE[type].map(([, result]) => result)]);
	}
});
