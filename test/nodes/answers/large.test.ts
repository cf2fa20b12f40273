import type { Step } from './support/anyAnswer';
import { checkOpening } from './support/editor';
import { checkRun, inputsOf, operations } from './support/operations';
import { checkDelivery, checkPoll } from './support/triggers';
import { sim, server } from './support/generated';

/** 20 MB of words, wherever an answer has words. */
const WORDS = `"${'many words \\u001b[31m'.repeat(1_000_000)}"`;
const LARGE: Array<[what: string, step: Step]> = [
	[
		'errors',
		{
			answer: {
				status: 400,
				type: 'application/json',
				body: `{"errors":[${WORDS}],"request_id":${WORDS}}`,
			},
		},
	],
	[
		'a code',
		{
			answer: {
				status: 409,
				type: 'application/json',
				body: `{"errors":["no"],"code":${WORDS},"exists_id":${WORDS}}`,
			},
		},
	],
	[
		'a message',
		{ answer: { status: 503, type: 'application/json', body: `{"message":${WORDS}}` } },
	],
	['a web page', { answer: { status: 502, type: 'text/html', body: `<html>${WORDS}</html>` } }],
	['a field', { changes: [{ depth: 2, place: 0, value: WORDS }] }],
];

describe.each(LARGE)('%s of 20 MB', (_, step) => {
	const steps = [step];

	test.each(['contact.get', 'issue.create'])('%s', async (name) => {
		const { resource, operation } = operations.find((one) => one.name === name)!;
		await checkRun(server, inputsOf(sim, resource, operation), {
			input: { of: 'least', index: 0 },
			steps,
			goesOn: false,
		});
	});

	test('a picker', async () =>
		await checkOpening(server, sim, 'picker searchContacts', {
			steps,
			filter: undefined,
			isNamed: false,
		}));

	test('a delivery', async () =>
		await checkDelivery(server, sim, {
			steps,
			kind: 'issue',
			field: null,
			operator: 'equals',
			dropOwnEvents: false,
			addNames: false,
			output: 'simplified',
			onFailure: 'run',
		}));

	test('a poll', async () =>
		await checkPoll(server, sim, 'issue_created', {
			steps,
			during: 'poll',
			filter: 0,
			more: false,
		}));
});
