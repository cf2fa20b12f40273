import {
	NodeHelpers,
	type IDisplayOptions,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { PylonApi } from '../../credentials/PylonApi.credentials';
import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../nodes/PylonTrigger/PylonTrigger.node';

/**
 * n8n evaluates the conditions of a collection's fields with the whole node's parameters, where the fields that they ask
 * about do not exist (n8n-core, `routing-node.js`, `getRequestOptionsFromParameters`). n8n-workflow before 2.20 throws then in
 * `startsWith`, `endsWith` and `includes` (`node-helpers.js`, `checkConditions`), and its `regex` matches the text
 * "undefined", and throws in later versions when a busy machine takes more than 250 ms (`safe-regex.js`). So only these forms are allowed, which have no such trap in 1.123 or later.
 */
const SAFE_FORMS = ['eq', 'not', 'between', 'exists'];

/** Every parameter, collection entry, option and mode that has conditions, however deep, by the path to it. */
function conditional(
	value: unknown,
	path: string,
): Array<{ path: string; displayOptions: IDisplayOptions }> {
	if (value === null || typeof value !== 'object') return [];
	const here = Object.entries(value)
		.filter(
			([key, entry]) =>
				(key === 'displayOptions' || key === 'disabledOptions') && entry !== undefined,
		)
		.map(([key, entry]) => ({ path: `${path}.${key}`, displayOptions: entry as IDisplayOptions }));
	const named = (key: string, entry: { name?: unknown }) =>
		typeof entry?.name === 'string' ? `${key}:${entry.name}` : key;
	const below = Object.entries(value)
		.filter(([key]) => key !== 'displayOptions' && key !== 'disabledOptions')
		.flatMap(([key, entry]) =>
			conditional(entry, `${path}.${named(key, entry as { name?: unknown })}`),
		);
	return [...here, ...below];
}

const rulesOf = ({ show = {}, hide = {} }: IDisplayOptions) =>
	[show, hide].flatMap((part) =>
		Object.values(part).flatMap((conditions) => (conditions ?? []) as unknown[]),
	);

const formOf = (condition: unknown): [string, unknown] | undefined =>
	typeof condition === 'object' && condition !== null && '_cnd' in condition
		? (Object.entries((condition as { _cnd: object })._cnd)[0] as [string, unknown])
		: undefined;

const described: Array<[string, object]> = [
	['Pylon', new Pylon().description],
	['Pylon Trigger', new PylonTrigger().description],
	['Pylon Polling Trigger', new PylonPollingTrigger().description],
	['Pylon API credential', { ...new PylonApi() }],
];

describe.each(described)('%s: conditions of what the editor shows', (name, description) => {
	const all = conditional(description, name);
	const nodeType = 'version' in description ? (description as INodeTypeDescription) : null;

	test('there are some', () => expect(all.length).toBeGreaterThan(0));

	test('only forms that every supported n8n evaluates safely', () => {
		const unsafe = all.filter(({ displayOptions }) =>
			rulesOf(displayOptions).some((condition) => {
				const form = formOf(condition);
				return form !== undefined && !SAFE_FORMS.includes(form[0]);
			}),
		);
		expect(unsafe).toEqual([]);
	});

	// A credential's values are always there.
	const patternsOf = nodeType === null ? [] : all;

	test('no pattern matches a value that is not there, which n8n before 2.20 reads as the text "undefined"', () => {
		const patterns = patternsOf.flatMap(({ path, displayOptions }) =>
			rulesOf(displayOptions).flatMap((condition) => {
				const [form, pattern] = formOf(condition) ?? [];
				return form === 'regex' ? [{ path, pattern: String(pattern) }] : [];
			}),
		);
		expect(patterns.filter(({ pattern }) => new RegExp(pattern).test('undefined'))).toEqual([]);
	});

	test.each([undefined, null, '', 0, false, [], {}])(
		'are evaluated without an error when every value is %p',
		(value) => {
			for (const { path, displayOptions } of all) {
				const asked = [displayOptions.show, displayOptions.hide].flatMap((part) =>
					Object.keys(part ?? {}),
				);
				const values = Object.fromEntries(
					asked.map((key) => [key.replace(/^\//, ''), value as NodeParameterValueType]),
				);
				const display = () =>
					NodeHelpers.displayParameter(values, { displayOptions } as never, null, nodeType, values);
				expect({ path, shown: typeof display() }).toEqual({ path, shown: 'boolean' });
			}
		},
	);
});
