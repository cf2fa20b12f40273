import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { PylonApi } from '../../credentials/PylonApi.credentials';
import { Pylon } from '../../nodes/Pylon/Pylon.node';
import { PylonPollingTrigger } from '../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { PylonTrigger } from '../../nodes/PylonTrigger/PylonTrigger.node';

/** What a user reads of a node or the credential, as n8n gets it. */
const described = [
	{ of: 'pylon', description: new Pylon().description },
	{ of: 'pylonTrigger', description: new PylonTrigger().description },
	{ of: 'pylonPollingTrigger', description: new PylonPollingTrigger().description },
	{ of: 'pylonApi', description: new PylonApi() },
];

interface Field {
	path: string;
	field: INodeProperties;
}

/** Parameters with those inside of collections and groups. */
function fieldsIn(properties: INodeProperties[], path: string): Field[] {
	return properties.flatMap((field) => {
		const own = `${path}.${field.name}`;
		const inner = (field.options ?? []).flatMap((option) => {
			if ('values' in option)
				return fieldsIn((option as INodePropertyCollection).values, `${own}.${option.name}`);
			return 'type' in option ? fieldsIn([option], own) : [];
		});
		return [{ path: own, field }, ...inner];
	});
}

const fields = described.flatMap(({ of, description }) =>
	fieldsIn(description.properties as INodeProperties[], of),
);

/** Texts that nobody types. */
const WITHOUT_EXAMPLE = [
	// To copy from, read-only.
	/^pylonTrigger\.\w*[tT]emplate$/,
	// As n8n's own nodes that send and wait have them.
	/^pylon\.(jsonOutput|formFields|approvalOptions)(\.|$)/,
	// n8n shows dots; an example of a secret would only look like one.
	/^pylonApi\.(apiToken|\w*[sS]ecret\w*)$/,
];

test('every text that is typed has an example as its placeholder', () => {
	const without = fields
		.filter(({ field }) => ['string', 'json', 'color'].includes(field.type))
		.filter(({ path }) => !WITHOUT_EXAMPLE.some((pattern) => pattern.test(path)))
		.filter(({ field }) => !field.placeholder?.startsWith('e.g. '))
		.map(({ path }) => path);
	expect(without).toEqual([]);
	const modes = fields.flatMap(({ path, field }) =>
		(field.modes ?? [])
			.filter(({ type, placeholder }) => type === 'string' && !placeholder?.startsWith('e.g. '))
			.map(({ name }) => `${path}.${name}`),
	);
	expect(modes).toEqual([]);
});

/** 'If a Value Is Empty' refuses a field of an update that is just left empty. */
test('a text that says what an empty field of an update does says how', () => {
	const about = fields
		.filter(({ path }) => path.startsWith('pylon.updateFields.'))
		.filter(({ field: { description = '' } }) =>
			/remove .*\bempty\b|\bempty\b.* remove/i.test(description),
		);
	expect(about.length).toBeGreaterThan(5);
	const without = about
		.filter(
			({ field }) => !field.description?.includes("choose 'Clear' under 'If a Value Is Empty'"),
		)
		.map(({ path }) => path);
	expect(without).toEqual([]);
});

test('every exception is needed', () => {
	for (const pattern of WITHOUT_EXAMPLE)
		expect(fields.map(({ path }) => path).filter((path) => pattern.test(path))).not.toEqual([]);
});

/** Words that n8n's editor does not use, or that only a translation would. */
const FORBIDDEN = [
	/\bshall\b/i,
	/\bputs? out\b/i,
	/\bof which\b/i,
	/\bcarr(y|ied|ying) (it )?out\b/i,
	/\bof an existing one\b/i,
	/\bfor good\b/i,
	/\bto sleep\b/i,
	/\b(yields?|yielded)\b/i,
	/\bhas precedence\b/i,
	/\bby expression\b/i,
	/\bhow \S+ \S+ is called\b/i,
	/\bnot together with\b/i,
	/\bsomebody\b.*\bsomebody\b/i,
	/\ba a\b|\ba [aeio]\w+ (account|issue|agent)\b|\ba (account|issue|agent)\b/i,
	/\bnevertheless\b/i,
	/\bis there twice\b/i,
	/\bsee (that|whether)\b/i,
	/\btell Pylon\b/i,
	/\bmakes? (a new webhook|a token|another token)\b/i,
	/\bit looks like\b/i,
	/\bdo(es)? not go (together|with)\b/i,
	/\b(goes|go) on\b/i,
	/\bholds (an?|something)\b|\bstill holds\b/i,
	/\bto empty\b/i,
	/\bis to (be|get|have)\b/i,
	/\blikewise\b/i,
	/\bunder way\b/i,
	/\bis not there\b/i,
	/\b(is|are|was|were) answered (with )?\d/i,
	/\bnarrow\w*( \w+)* down\b/i,
	/\bby (its|another|the) (ID|name) instead\b/i,
];

/** An empty field is refused in an update, unless the user has chosen 'Clear'. */
const CLEARS_WITHOUT_CLEAR = /\bempty to (?:remove|clear|unset)\b/i;

const FORBIDDEN_IN_DESCRIPTIONS = [...FORBIDDEN, / {2,}/, /\bplease\b/i, CLEARS_WITHOUT_CLEAR];

/** Every text that the editor shows, with where it stands. */
function textsIn(value: unknown, path: string): Array<[string, string]> {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]): Array<[string, string]> => {
		const shown = ['displayName', 'description', 'hint', 'placeholder', 'action', 'name'];
		const more = ['propertyHint', 'searchHint', 'relationHint'];
		if (typeof inner === 'string' && [...shown, ...more].includes(key))
			return [[`${path}.${key}`, inner]];
		return key === 'routing' ? [] : textsIn(inner, `${path}.${key}`);
	});
}

test.each(described)('$of speaks as n8n does', ({ of, description }) => {
	const texts = textsIn(description, of);
	expect(texts.length).toBeGreaterThan(10);
	const found = texts.flatMap(([path, text]) =>
		FORBIDDEN_IN_DESCRIPTIONS.filter((pattern) => pattern.test(text)).map(
			(pattern) => `${path}: ${String(pattern)}: ${text}`,
		),
	);
	expect([...new Set(found)]).toEqual([]);
});

const ROOT = join(__dirname, '..', '..');

/** Every text in the code, errors among them: what stands in quotes on a line that is no comment. */
function quotedIn(file: string): string[] {
	const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
	return lines
		.filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line))
		.flatMap((line) => line.match(/(["'`])(?:\\.|(?!\1).)*\1/g) ?? []);
}

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
		.map((file) => join(folder, file)),
);

test('the errors speak as n8n does, too', () => {
	const texts = sources.flatMap((file) => quotedIn(file).map((text) => [file, text]));
	// An error that this has to find: the test sees more than the descriptions.
	expect(texts.map(([, text]) => text)).toContainEqual(
		expect.stringContaining('The signature does not match the body'),
	);
	const found = texts.flatMap(([file, text]) =>
		FORBIDDEN.filter((pattern) => pattern.test(text)).map(
			(pattern) => `${file}: ${String(pattern)}: ${text}`,
		),
	);
	expect(found).toEqual([]);
});

/** Words that n8n's guidelines for messages avoid; 'On Error' is the name of a setting. */
const AVOIDED = /\b(?:errors?|problems?|failures?|mistakes?)\b/i;

/** The words of an issue's title, which are compared and never shown. */
const NEVER_SHOWN = join('nodes', 'Pylon', 'operations', 'issue', 'similarity.ts');

test("no message has a word that n8n's guidelines avoid (docs/verification.md)", () => {
	const sentences = sources
		.filter((file) => file !== NEVER_SHOWN)
		.flatMap((file) =>
			quotedIn(file).map((text) => [
				file,
				text.replaceAll(/\$\{[^}]*\}/g, '').replaceAll("'On Error'", ''),
			]),
		)
		.filter(([, text]) => text.includes(' '));
	expect(sentences.length).toBeGreaterThan(500);
	expect(sentences.filter(([, text]) => AVOIDED.test(text))).toEqual([]);
});
