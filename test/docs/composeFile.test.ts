import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const file = join(__dirname, '..', '..', 'examples', 'queue-mode', 'docker-compose.yml');
const text = readFileSync(file, 'utf8');
const document = parseDocument(text, { merge: true, prettyErrors: true });
const compose = document.toJS() as Record<string, Record<string, unknown>>;

type Form = (value: unknown) => boolean;

const isText: Form = (value) => typeof value === 'string' && value !== '';
const isDuration: Form = (value) => isText(value) && /^(\d+(h|m|s|ms|us))+$/.test(String(value));
const isOneOf =
	(...values: unknown[]): Form =>
	(value) =>
		values.includes(value);
const isListOf =
	(form: Form): Form =>
	(value) =>
		Array.isArray(value) && value.every(form);
/** Without a quote YAML makes a number or a truth value of some texts. */
const isMapOf =
	(form: Form): Form =>
	(value) =>
		typeof value === 'object' && value !== null && Object.values(value).every(form);
const isObject =
	(forms: Record<string, Form>): Form =>
	(value) =>
		isMapOf(() => true)(value) &&
		Object.entries(value as object).every(([key, one]) => forms[key]?.(one) ?? false);

/** What the example makes use of (https://docs.docker.com/reference/compose-file/services/). */
const SERVICE: Record<string, Form> = {
	image: isText,
	restart: isOneOf('no', 'always', 'on-failure', 'unless-stopped'),
	entrypoint: isListOf(isText),
	command: (value) => isText(value) || isListOf(isText)(value),
	environment: isMapOf(isText),
	ports: isListOf((value) => /^127\.0\.0\.1:\d+:\d+$/.test(String(value))),
	volumes: isListOf((value) => /^[a-z]\w*:\/[\w./]+$/.test(String(value))),
	stop_grace_period: isDuration,
	depends_on: isMapOf(
		isObject({
			condition: isOneOf('service_started', 'service_healthy', 'service_completed_successfully'),
		}),
	),
	healthcheck: isObject({
		test: (value) =>
			isListOf(isText)(value) && ['CMD', 'CMD-SHELL'].includes((value as string[])[0]),
		interval: isDuration,
		retries: Number.isInteger,
	}),
};

test('is YAML without errors and warnings', () => {
	expect([...document.errors, ...document.warnings]).toEqual([]);
});

test('has the sections of a compose file', () => {
	const sections = Object.keys(compose).filter((name) => !name.startsWith('x-'));
	expect(sections).toEqual(['services', 'volumes']);
	// Volumes of Docker's own need no settings.
	expect(Object.values(compose.volumes).filter((settings) => settings !== null)).toEqual([]);
});

test.each(Object.keys(compose.services))('%s has what a service can have, in its form', (name) => {
	const service = compose.services[name] as Record<string, unknown>;
	const wrong = Object.entries(service).filter(([key, value]) => !SERVICE[key]?.(value));
	expect(wrong).toEqual([]);
	expect(service).toHaveProperty('image');
});

test('who waits for a healthy service can see whether it is', () => {
	for (const service of Object.values(compose.services)) {
		const { depends_on: others = {} } = service as {
			depends_on?: Record<string, { condition: string }>;
		};
		for (const [name, { condition }] of Object.entries(others)) {
			if (condition === 'service_healthy')
				expect(compose.services[name]).toHaveProperty('healthcheck');
		}
	}
});

test('no variable can be forgotten, and the file says which ones there are', () => {
	const used = [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => inside);
	expect(used.filter((inside) => !/^[A-Z0-9_]+:\?$/.test(inside))).toEqual([]);
	const told = [...text.matchAll(/^# {3}([A-Z0-9_]+)=/gm)].map(([, name]) => name);
	expect([...new Set(used.map((inside) => inside.slice(0, -2)))].sort()).toEqual(told.sort());
	// Any other dollar would be taken for a variable, too.
	expect(text.replace(/\$\{[^}]*\}/g, '')).not.toContain('$');
});
