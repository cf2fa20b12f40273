import { clock } from '../../../../nodes/shared/client/clock';
import { loadOptions } from '../../../../nodes/Pylon/editor/loadOptions';
import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { seedIds } from '../../../../sandbox/pylon';
import { openDropDown } from '../../../support/loadOptions';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon();

const parameters = {
	resource: 'issue',
	operation: 'search',
	customObjectType: 'subscription',
	trainingDataId: byId(seedIds.trainingData),
	conditions: { condition: [{ field: 'list:members:tags' }] },
};

/** Where the list of a condition's values is opened. */
const ROW = 'parameters.conditions.condition[0].choices';

const open = async (method: string) =>
	await openDropDown(new Pylon(), method, pylon.credentials, parameters, ROW);

/** Have entries of their own, which stay; each says what is missing. */
const WITH_BUILT_IN = ['getFilterFields', 'getIssueStatuses'];
const methods = Object.keys(loadOptions);

/** What the editor shows when there is no list. */
async function sentences(method: string): Promise<string[]> {
	if (!WITH_BUILT_IN.includes(method))
		return [
			await open(method).then(
				() => 'nothing was refused',
				(error: Error) => error.message,
			),
		];
	const told = (await open(method))
		.map(({ description = '' }) => description)
		.filter((text) => text.startsWith('Entries from your workspace'));
	expect(told.length).toBeGreaterThan(0);
	return told.map((text) => text.replace('Entries from your workspace are missing: ', ''));
}

afterEach(() => jest.restoreAllMocks());

test.each(methods)('%s, Pylon is down: a sentence', async (method) => {
	pylon.sim.faults.add({ kind: 'status', status: 503 });
	for (const sentence of await sentences(method))
		expect(sentence).toMatch(/^Pylon [^\n]*\. [A-Z][^\n]*\.$/);
});

test.each(methods)('%s, Pylon does not answer: a sentence', async (method) => {
	jest.spyOn(clock, 'deadline').mockImplementation(() => AbortSignal.timeout(100));
	pylon.sim.faults.add({ kind: 'never-answer' });
	for (const sentence of await sentences(method))
		expect(sentence).toMatch(/^Pylon did not answer[^\n]*\. [A-Z][^\n]*\.$/);
});

test.each(methods)('%s, Pylon is slow: the entries come', async (method) => {
	pylon.sim.faults.add({ kind: 'delay', ms: 200 });
	const options = await open(method);
	expect(options.length).toBeGreaterThan(0);
	for (const { description } of options) expect(description ?? '').not.toContain('are missing');
	expect(pylon.sim.requests).toHaveLength(1);
});
