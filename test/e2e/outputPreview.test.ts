import type { Locator, Page } from 'playwright-core';
import { readSchema } from '../../scripts/schemas/files';
import { useEditor } from './support/browser';
import { takePicture } from './support/pictures';
import { useSandbox } from './support/sandbox';
import { inARow, nodeOf, startNode, store } from './support/workflows';

const sandbox = useSandbox();
const editor = useEditor(sandbox);

/** Manual Trigger, Pylon, Edit Fields; none of them has ever run. Opens the last one. */
async function openEditFields(parameters: Record<string, unknown>): Promise<Page> {
	const nodes = [
		startNode(sandbox()),
		nodeOf(sandbox(), 'Pylon', 'n8n-nodes-pylon.pylon', parameters),
		nodeOf(sandbox(), 'Edit Fields', 'n8n-nodes-base.set', {}, { typeVersion: 3.4 }),
	];
	const { id } = await store(sandbox(), 'Fields before the first run', nodes, inARow(nodes));
	const { page, open } = editor();
	await open(`/workflow/${id}`);
	await page.getByTestId('canvas-node').filter({ hasText: 'Edit Fields' }).dblclick();
	await page.getByTestId('ndv').waitFor();
	return page;
}

/** By mouse, as a person does: n8n looks at every movement. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
	await from.hover();
	await page.mouse.down();
	const area = await to.boundingBox();
	if (area === null) throw new Error('there is nowhere to drop it');
	await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2, { steps: 10 });
	await page.mouse.up();
}

test('the fields of a Pylon node that never ran are shown, and can be dragged into the next node', async () => {
	const page = await openEditFields({ resource: 'issue', operation: 'get' });
	const input = page.getByTestId('ndv-input-panel');
	await input.getByText('Usually outputs the following fields').waitFor();
	const names = Object.keys(readSchema('issue.get').properties ?? {});
	for (const name of names) await input.getByText(name, { exact: true }).waitFor();

	await drag(
		page,
		input.getByText('requester_id', { exact: true }),
		page.getByTestId('assignment-collection-drop-area'),
	);
	const assignment = page.getByTestId('assignment');
	await assignment.getByText('{{ $json.requester_id }}').waitFor();
	expect(await assignment.getByTestId('assignment-name').locator('input').inputValue()).toBe(
		'requester_id',
	);
	const all = await page.getByTestId('ndv').boundingBox();
	const output = await page.getByTestId('output-panel').boundingBox();
	if (all === null || output === null) throw new Error('the node is not open');
	await takePicture(page, 'output-preview', { ...all, width: output.x - all.x });
});
