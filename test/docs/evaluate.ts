import { Workflow, type INodeExecutionData } from 'n8n-workflow';

/** Items as the documents speak of them: a delivery of the trigger, a record of the node, a row of another system. */
const SAMPLE: INodeExecutionData = {
	json: {
		id: '15000000-0000-4000-8000-000000000001',
		event: 'issue_created',
		eventKey: 'issue_created:1',
		deliveryKey: '8a7b',
		body: { contact_id: 'c1', account_id: 'a1', issue_id: 'i1' },
		data: { approved: true, reason: 'It fits', answeredAt: '2026-11-28T09:00:00.000Z' },
		record: { id: 'i1', title: 'Export stops', requester_email: 'ada@globex.example' },
		issue: { id: 'i1', title: 'Export stops', requester_email: 'ada@globex.example' },
		email: 'ada@globex.example',
		domain: 'globex.example',
		name: 'Ada',
		requester_id: 'c1',
		account_id: 'a1',
	},
	pairedItem: { item: 0 },
};

const workflow = new Workflow({
	nodes: [
		{
			id: '1',
			name: 'Pylon',
			type: 'n8n-nodes-pylon.pylon',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
	active: false,
	nodeTypes: {
		getByName: () => {
			throw new Error('not needed');
		},
		getByNameAndVersion: () => undefined as never,
		getKnownTypes: () => ({}),
	},
});

/**
 * Evaluates an expression as n8n does in a parameter.
 * @param expression with its braces, the `=` before them may be missing
 * @returns its value; null where the expression says so
 * @throws Error when n8n cannot evaluate it, or when it finds nothing in the sample item
 */
export function evaluate(expression: string): unknown {
	const value = workflow.expression.getParameterValue(
		expression.startsWith('=') ? expression : `=${expression}`,
		null,
		0,
		0,
		'Pylon',
		[SAMPLE],
		'manual',
		// What a model would fill in.
		{ $fromAI: (key: string) => key },
	);
	if (value === undefined) throw new Error('it finds nothing in the sample item');
	return value;
}
