import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { resources } from '../../../../nodes/Pylon/operations';
import type { Operation, Resource } from '../../../../nodes/Pylon/operations/operation';
import { document, operations } from '../../../../sandbox/pylon/document';
import { runNode } from '../../../support/engine';
import { withPylon } from '../../../support/pylon';
import { leastOf } from '../aiTool/support/arguments';

const pylon = withPylon({ checkReplies: true });

/** What people and models write: paragraphs, a list, bold text, and characters that mean something in HTML. */
const TEXT = 'Hi,\n\nplease try **this**:\n- one\n- two\n\nif a < b write to <help@x.example>';

const HTML: Record<string, string> = {
	plainText:
		'<p>Hi,</p><p>please try **this**:<br>- one<br>- two</p><p>if a &lt; b write to &lt;help@x.example&gt;</p>',
	markdown: [
		'<p>Hi,</p>',
		'<p>please try <strong>this</strong>:</p>',
		'<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
		'<p>if a &lt; b write to <a href="mailto:help@x.example">help@x.example</a></p>',
	].join('\n'),
	html: TEXT,
};

/** A parameter for a text in one of the formats. */
interface Place {
	name: string;
	resource: Resource;
	operation: Operation;
	displayName: string;
	format: INodeProperties;
	/** The parameters that hold a text, and how it is written; undefined is not chosen. */
	parameters: (text: unknown, format?: string) => INodeParameters;
}

/** Texts that stand within other parameters, by the operations that have them. */
const WITHIN: Array<{
	of: string[];
	name: string;
	displayName: string;
	holding: (text: unknown) => IDataObject;
}> = [
	{
		of: ['import.importIssue', 'import.importMessages'],
		name: 'messages',
		displayName: 'Message 1',
		holding: (message) => ({ messagesFrom: 'fields', messages: { message: [{ message }] } }),
	},
	{
		of: ['import.importIssue', 'import.importMessages'],
		name: 'messagesJson',
		displayName: 'Message 1',
		holding: (message) => ({ messagesFrom: 'json', messagesJson: [{ message }] }),
	},
	{
		of: ['knowledgeBaseArticle.create'],
		name: 'translations',
		displayName: 'Content',
		holding: (content) => ({
			additionalFields: {
				translations: { translation: [{ language: 'de', title: 'Tarife', content }] },
			},
		}),
	},
];

/** The texts that come right before their format, in the operation itself or in one of its collections. */
function placesIn(resource: Resource, operation: Operation): Place[] {
	const id = `${resource.value}.${operation.value}`;
	const found: Place[] = [];
	const lookIn = (fields: INodeProperties[], wrap: (values: IDataObject) => IDataObject) => {
		fields.forEach((format, index) => {
			if (format.name !== 'messageFormat') return;
			const add = (name: string, displayName: string, parameters: Place['parameters']) =>
				found.push({
					name: `${id}: ${name}`,
					resource,
					operation,
					displayName,
					format,
					parameters,
				});
			const chosen = (value?: string) => (value === undefined ? {} : { messageFormat: value });
			const { name, type, displayName } = fields[index - 1];
			if (type === 'string')
				add(
					name,
					displayName,
					(text, value) => wrap({ [name]: text, ...chosen(value) }) as INodeParameters,
				);
			for (const within of WITHIN.filter(({ of }) => of.includes(id))) {
				add(
					within.name,
					within.displayName,
					(text, value) => ({ ...within.holding(text), ...wrap(chosen(value)) }) as INodeParameters,
				);
			}
		});
	};
	lookIn(operation.fields, (values) => values);
	for (const { name, type, options } of operation.fields) {
		if (type === 'collection')
			lookIn(options as INodeProperties[], (values) => ({ [name]: values }));
	}
	return found;
}

const places = resources.flatMap((resource) =>
	resource.operations.flatMap((operation) => placesIn(resource, operation)),
);

/** Runs the operation with a text; `value` may be anything that an expression yields. */
async function write({ resource, operation, parameters }: Place, value: unknown, format?: string) {
	const given = parameters('={{ $json.text }}', format);
	return await runNode({
		node: new Pylon(),
		parameters: {
			...leastOf(pylon.sim, resource, operation),
			resource: resource.value,
			operation: operation.value,
			...given,
		} as INodeParameters,
		items: [{ json: { text: value } as IDataObject }],
		credentials: pylon.credentials,
	});
}

/** Every text of HTML that the body holds, however deep. */
const htmlIn = (body: unknown): unknown[] =>
	typeof body !== 'object' || body === null
		? []
		: Object.entries(body).flatMap(([key, value]) =>
				key.endsWith('_html') && typeof value === 'string' ? [value] : htmlIn(value),
			);

const written = () => pylon.sim.requests.filter(({ method }) => method !== 'GET');

/** Whether a text of the request is this HTML; a question has its links behind it. */
const holds = (body: unknown, html: string, { operation }: Place): boolean =>
	htmlIn(body).some((one) =>
		operation.value === 'sendAndWait' ? String(one).startsWith(html) : one === html,
	);

/** Operations of Pylon that were sent the text as HTML. */
const reached = new Set<string>();

describe.each(places)('$name', (place) => {
	test.each(Object.keys(HTML))('%s', async (format) => {
		const { error } = await write(place, TEXT, format);
		expect(error).toBeUndefined();
		const [sent] = written().filter(({ body }) => holds(body, HTML[format], place));
		expect(sent?.operationId).toEqual(expect.any(String));
		reached.add(String(sent.operationId));
	});

	test('the format that was not chosen is the one that the editor shows', async () => {
		const { error } = await write(place, TEXT);
		expect(error).toBeUndefined();
		const shown = HTML[String(place.format.default)];
		expect(written().filter(({ body }) => holds(body, shown, place))).toHaveLength(1);
		expect(place.format.default).toBe(
			place.resource.value === 'knowledgeBaseArticle' ? 'html' : 'plainText',
		);
	});

	test.each([
		[
			'an object within the text',
			'Hello [object Object]',
			'plainText',
			/' has '\[object Object\]' in it$/,
		],
		['an object', { text: 'Hello' }, 'markdown', /' has to be text$/],
		['a text that shows nothing', '[a]: https://example.com', 'markdown', /' has no visible text$/],
	])('%s is refused before anything is sent', async (_, value, format, message) => {
		const { error } = await write(place, value, format);
		expect(error?.message).toMatch(message);
		// n8n writes objects of JSON parameters as text before the node sees a single message.
		expect(error?.message).toMatch(new RegExp(`^'(${place.displayName}|Messages \\(JSON\\))'`));
		expect(pylon.sim.requests).toEqual([]);
	});

	test('an unknown format is refused before anything is sent', async () => {
		const { error } = await write(place, 'Hello', 'rtf');
		expect(error?.message).toBe(`'${place.format.displayName}' cannot be "rtf"`);
		expect(pylon.sim.requests).toEqual([]);
	});
});

test('nothing of Pylon that takes HTML is without a format', () => {
	const takesHtml = (schema: unknown, seen: unknown[] = []): boolean => {
		if (typeof schema !== 'object' || schema === null || seen.includes(schema)) return false;
		const { $ref: reference } = schema as { $ref?: string };
		if (reference !== undefined) {
			const target = reference
				.slice(2)
				.split('/')
				.reduce<unknown>((part, key) => (part as IDataObject)[key], document);
			return takesHtml(target, [...seen, schema]);
		}
		return Object.entries(schema).some(
			([key, value]) =>
				(key.endsWith('_html') && (value as { type?: string }).type === 'string') ||
				takesHtml(value, [...seen, schema]),
		);
	};
	const all = [...operations.values()].filter(({ operation }) =>
		takesHtml((operation as { requestBody?: unknown }).requestBody),
	);
	expect(all.length).toBeGreaterThan(5);
	expect([...reached].sort()).toEqual(all.map(({ operation }) => operation.operationId).sort());
});
