import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { loadOptions } from '../../../../nodes/Pylon/editor/loadOptions';
import { listSearch } from '../../../../nodes/Pylon/editor/pickers';
import { resourceMapping } from '../../../../nodes/Pylon/editor/resourceMapping';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import * as polling from '../../../../nodes/PylonPollingTrigger/editor';
import { PylonPollingTrigger } from '../../../../nodes/PylonPollingTrigger/PylonPollingTrigger.node';
import { editorMethods } from '../../../../nodes/shared/description/editorMethods';

/** The nodes name the methods, whose code is loaded later. */
test.each([
	['lists', new Pylon().methods.listSearch, listSearch],
	['drop-downs', new Pylon().methods.loadOptions, loadOptions],
	['mappers', new Pylon().methods.resourceMapping, resourceMapping],
	[
		'lists of the polling trigger',
		new PylonPollingTrigger().methods.listSearch,
		polling.listSearch,
	],
	['drop-downs of it', new PylonPollingTrigger().methods.loadOptions, polling.loadOptions],
])('the node has all methods of its %s, and no others', (_, named, loaded) => {
	expect(Object.keys(named).sort()).toEqual(Object.keys(loaded).sort());
});

describe('a method that is loaded when it is called', () => {
	const context = { getNode: () => ({ name: 'Pylon' }) } as unknown as ILoadOptionsFunctions;

	test('gets the context and what n8n hands over', async () => {
		const { list } = editorMethods(['list'], async () => ({
			async list(this: ILoadOptionsFunctions, search: string) {
				return `${this.getNode().name} ${search}`;
			},
		}));
		expect(await list.call(context, 'ada')).toBe('Pylon ada');
	});

	test('throws when it cannot be loaded, and is loaded by the next call', async () => {
		let isThere = false;
		const { list } = editorMethods(['list'], async () => {
			if (!isThere) throw new Error("Cannot find module './pickers'");
			return { list: async () => 'found' };
		});
		await expect(list.call(context)).rejects.toThrow("Cannot find module './pickers'");
		isThere = true;
		expect(await list.call(context)).toBe('found');
	});
});
