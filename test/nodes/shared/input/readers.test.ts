import { NodeOperationError, type INode } from 'n8n-workflow';

import {
	emailKey,
	isBlank,
	isBlankForModel,
	reading,
	readList,
	readSwitch,
	readText,
	WrongInput,
} from '../../../../nodes/shared/input';

import { LIST_KINDS } from './support/listKinds';
import { MOMENT_KINDS } from './support/momentKinds';
import { NAMING_KINDS } from './support/namingKinds';
import { NOTHING, PLAIN_KINDS } from './support/readerKinds';
import { WEB_KINDS } from './support/webKinds';

const KINDS = {
	...PLAIN_KINDS,
	...MOMENT_KINDS,
	...NAMING_KINDS,
	...WEB_KINDS,
	...LIST_KINDS,
};

describe.each(Object.entries(KINDS))('%s', (_, { read, takes, refuses, takesNothing }) => {
	test.each(takes)('takes %p', (value, result) => {
		expect(read(value)).toEqual(result);
	});

	test('refuses what is of another kind, by the name of the parameter and with advice', () => {
		for (const value of refuses) {
			let result: unknown;
			try {
				result = { taken: read(value) };
			} catch (error) {
				result = error;
			}
			expect([value, result]).toEqual([value, expect.any(WrongInput)]);
			expect(result).toMatchObject({
				message: expect.stringContaining("'X'"),
				description: expect.stringMatching(/\w.*\.$/s),
			});
		}
	});

	test('knows nothing when it sees it', () => {
		for (const value of NOTHING) {
			if (takesNothing) expect(read(value)).toEqual([]);
			else expect(() => read(value)).toThrow(new WrongInput("'X' is empty", ''));
		}
	});
});

describe('nothing', () => {
	test.each(NOTHING)('%p is nothing', (value) => {
		expect([isBlank(value), isBlankForModel(value)]).toEqual([true, true]);
	});

	test.each(['null', 'None', ' N/A ', 'UNDEFINED', 'n/a'])(
		'%p is nothing when a model says it',
		(value) => {
			expect([isBlank(value), isBlankForModel(value)]).toEqual([false, true]);
		},
	);

	test.each([0, false, [], {}, 'no', 'nobody', '0', NaN])('%p is something', (value) => {
		expect([isBlank(value), isBlankForModel(value)]).toEqual([false, false]);
	});
});

test('a list beside another one keeps its empty and repeated entries', () => {
	expect(readList('a,,a', 'X', { aligned: true })).toEqual(['a', '', 'a']);
});

test('an address has one key, however it is written', () => {
	expect(emailKey('New.User@Cedar.example')).toBe(emailKey('new.user@cedar.EXAMPLE'));
});

test('a long text of white space is read in no time that grows with its square', () => {
	const text = `a${' '.repeat(200_000)}b`;
	expect(readText(text, 'X')).toBe(text);
});

describe('the error that n8n shows', () => {
	const node = { name: 'Pylon', type: 'pylon' } as INode;
	const refusal = () => readSwitch('on', 'Internal');

	test('has message, description and item', () => {
		const context = { getNode: () => node, getItemIndex: () => 7 };
		expect.assertions(2);
		try {
			reading(context, refusal);
		} catch (error) {
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(error).toMatchObject({
				message: "'Internal' has to be true or false",
				description: expect.stringContaining('"on"'),
				context: { itemIndex: 7 },
				node,
			});
		}
	});

	test('is left alone when it is none of ours', () => {
		const error = new TypeError('x');
		expect(() =>
			reading({ getNode: () => node }, () => {
				throw error;
			}),
		).toThrow(error);
	});
});
