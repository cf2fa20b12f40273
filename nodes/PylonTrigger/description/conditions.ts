import type { INodeProperties } from 'n8n-workflow';

/** How a condition compares. */
export const OPERATORS = [
	{ name: 'Contains', value: 'contains' },
	{ name: 'Does Not Contain', value: 'notContains' },
	{ name: 'Does Not Exist', value: 'notExists', description: 'Or is empty' },
	{ name: 'Equals', value: 'equals' },
	{ name: 'Exists', value: 'exists', description: 'And is not empty' },
	{ name: 'Is None Of', value: 'notOneOf' },
	{ name: 'Is Not Equal To', value: 'notEquals' },
	{ name: 'Is One Of', value: 'oneOf' },
] as const;

export type Operator = (typeof OPERATORS)[number]['value'];

const COMPARING: Operator[] = [
	'contains',
	'equals',
	'notContains',
	'notEquals',
	'notOneOf',
	'oneOf',
];

export const conditions: INodeProperties[] = [
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: { condition: [] },
		description:
			"Only events that meet these conditions start the workflow (all of them, or any: see 'Options'). The others get 200.",
		options: [
			{
				name: 'condition',
				displayName: 'Condition',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. record.state',
						description:
							"Path of a field of the payload, such as 'priority', or of the fetched record: 'record.state', 'record.tags', 'record.custom_fields.plan', 'record.requester.email', 'record.account.name'. Names of the raw and of the simplified record both work.",
					},
					{
						displayName: 'Operator',
						name: 'operator',
						type: 'options',
						noDataExpression: true,
						default: 'equals',
						description:
							'Upper and lower case count as the same. A list equals a value when one of its entries does.',
						options: [...OPERATORS],
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. waiting_on_you',
						displayOptions: { show: { operator: COMPARING } },
						description:
							"Comma-separated for 'Is One Of' and 'Is None Of', or an expression that returns an array",
					},
				],
			},
		],
	},
];
