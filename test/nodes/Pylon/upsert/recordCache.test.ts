import type { IDataObject } from 'n8n-workflow';

import { accountUpsert } from '../../../../nodes/Pylon/operations/account/upsert.kind';
import { keyOf, type IdentifierValue } from '../../../../nodes/Pylon/upsert/upsertKind';
import { RecordCache } from '../../../../nodes/Pylon/upsert/recordCache';

const given = (name: string, value: string): IdentifierValue => {
	const identifier = accountUpsert.identifiers.find((one) => one.name === name)!;
	return { identifier, value, key: keyOf(identifier, value) };
};
const globex = (more: IDataObject = {}): IDataObject => ({
	id: 'a1',
	name: 'Globex',
	domains: ['globex.example'],
	tags: [],
	...more,
});
const acme: IDataObject = { id: 'a2', name: 'Acme', domains: [], tags: [] };

const name = (value: string) => given('name', value);
const domain = (value: string) => given('domain', value);
const knowing = () => new RecordCache(accountUpsert.identifiers);

describe('what the run has written counts more than an answer to what was asked before', () => {
	test('a record that got a name which the search has not found', () => {
		const known = knowing();
		const { mark } = known;
		known.keep(globex({ name: 'New' }));
		expect(known.isComplete(name('New'))).toBe(false);
		known.learn([name('New')], [], mark);
		expect(known.isComplete(name('New'))).toBe(true);
		expect(known.having(name('New'))).toEqual([globex({ name: 'New' })]);
	});

	test('beside others that the search has found', () => {
		const known = knowing();
		known.keep(globex({ name: 'Acme' }));
		known.learn([name('Acme')], [acme]);
		expect(
			known
				.having(name('Acme'))
				.map(({ id }) => id)
				.sort(),
		).toEqual(['a1', 'a2']);
	});

	test('a record that has lost a name by which the search has found it', () => {
		const known = knowing();
		known.keep(globex({ name: 'New', tags: ['a'] }));
		known.learn([name('Globex'), domain('globex.example')], [globex()]);
		expect(known.having(name('Globex'))).toEqual([]);
		expect(known.having(domain('GLOBEX.example'.toLowerCase()))).toEqual([
			globex({ name: 'New', tags: ['a'] }),
		]);
		expect(known.latest('a1')).toEqual(globex({ name: 'New', tags: ['a'] }));
	});
});

describe('what was forgotten since the question stays unknown', () => {
	test('an identifier', () => {
		const known = knowing();
		const { mark } = known;
		known.forget([domain('globex.example')]);
		known.learn([domain('globex.example'), name('Acme')], [acme], mark);
		expect([domain('globex.example'), name('Acme')].map((one) => known.isComplete(one))).toEqual([
			false,
			true,
		]);
	});

	test('a record, and whatever the answer finds it by', () => {
		const known = knowing();
		known.keep(globex({ name: 'Known as' }));
		const { mark } = known;
		known.drop(globex());
		known.learn([name('Globex'), name('Acme')], [globex(), acme], mark);
		expect([name('Globex'), name('Acme')].map((one) => known.isComplete(one))).toEqual([
			false,
			true,
		]);
		expect(known.latest('a1')).toBeUndefined();
	});

	test.each([false, true])(
		'but not what is asked for afterwards; the run had written it: %s',
		(isKept) => {
			const known = knowing();
			if (isKept) known.keep(globex());
			known.drop(globex());
			known.learn([domain('globex.example')], [globex()], known.mark);
			expect(known.having(domain('globex.example'))).toEqual([globex()]);
		},
	);
});
