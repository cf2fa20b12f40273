import type { INodeParameters } from 'n8n-workflow';
import { runWorkflow } from '../../../support/engine';
import { byId } from '../../../support/locator';
import { withPylon } from '../../../support/pylon';
import { workflowWith } from './support';

const pylon = withPylon();

const limit = (values: INodeParameters) => ({ options: { limitWaitTime: { values } } });
const formOf = (...values: INodeParameters[]) => ({
	responseType: 'customForm',
	formFields: { values },
});
const number = { fieldLabel: 'Amount', fieldType: 'number' };

test.each<[INodeParameters, string]>([
	[{ message: ' ' }, "'Message' is empty"],
	[{ message: 'Order [object Object]' }, "'Message' has '[object Object]' in it"],
	[{ issueId: byId('={{ $json.nothing }}') }, "'Issue' is empty"],
	[{ askIn: 'thread', threadId: byId('={{ $json.nothing }}') }, "'Thread' is empty"],
	[{ responseType: 'maybe' }, '\'Response Type\' cannot be "maybe"'],
	[
		{ approvalOptions: { values: { approvalType: 'triple' } } },
		'\'Type of Approval\' cannot be "triple"',
	],
	[limit({ resumeAmount: 0 }), "'Limit Wait Time' leaves no time"],
	[limit({ resumeAmount: 'soon' }), "'Amount' has to be a number"],
	[limit({ resumeUnit: 'weeks' }), '\'Unit\' cannot be "weeks"'],
	[
		limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00' }),
		"'Limit Wait Time' leaves no time",
	],
	[limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '' }), "'Max Date and Time' is empty"],
	[{ options: { onTimeout: 'cry' } }, "'If Nobody Answers' cannot be"],
	[{ options: { followUpNote: 'maybe' } }, "'Write Follow-Up Note' has to be true or false"],
	[formOf(), "'Form Fields' is empty"],
	[formOf({ fieldLabel: ' ' }), "'Label' of 'Form Fields 1' is empty"],
	[
		formOf(number, { fieldLabel: 'F', fieldType: 'file' }),
		"'Element Type' of 'Form Fields 2' cannot be",
	],
	[
		formOf({ fieldLabel: 'W', fieldType: 'dropdown' }),
		"'Form Fields 1' has nothing to choose from",
	],
	[formOf(number, number), '\'Form Fields\' has two fields with the name "Amount"'],
	[
		{ responseType: 'customForm', defineForm: 'json', jsonOutput: '{' },
		"'Form Fields' is not JSON",
	],
	[
		{ responseType: 'customForm', defineForm: 'json', jsonOutput: '{}' },
		"'Form Fields' has to be a list of fields",
	],
])('%j is refused before anything is sent', async (parameters, message) => {
	const { error, run } = await runWorkflow(workflowWith(pylon, { parameters }));
	expect(error?.message).toContain(message);
	expect(run.waitTill).toBeUndefined();
	expect(pylon.sim.requests).toEqual([]);
});

test('an n8n that cannot wait for a signed link is told of in a sentence', async () => {
	const { BaseExecuteContext } = jest.requireActual<{ BaseExecuteContext: { prototype: object } }>(
		'n8n-core/dist/execution-engine/node-execution-context/base-execute-context',
	);
	const { prototype } = BaseExecuteContext as { prototype: { putExecutionToWait?: unknown } };
	const method = prototype.putExecutionToWait;
	prototype.putExecutionToWait = undefined;
	try {
		const { error } = await runWorkflow(workflowWith(pylon));
		expect(error?.message).toContain("'Send and Wait for Response' needs a newer n8n");
		expect(pylon.sim.requests).toEqual([]);
	} finally {
		prototype.putExecutionToWait = method;
	}
});
