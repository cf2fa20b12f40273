import type {
	ICredentialType,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

type CredentialTest = NonNullable<ICredentialType['test']>;

const describe = (
	name: string,
	properties: INodeProperties[],
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: 'Only for tests',
	defaults: { name },
	inputs: ['main'],
	outputs: ['main'],
	properties,
	...more,
});

/**
 * Makes a node that passes its items on; pin its data to start a workflow with chosen items.
 *
 * @returns a new instance
 */
export const passThrough = (): INodeType => ({
	description: describe('passThrough', []),
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	},
});

/**
 * Makes a node that evaluates its parameter `value` once for each item into `{ value }`. It shows what an expression
 * sees there.
 *
 * @returns a new instance
 */
export const evaluate = (): INodeType => ({
	description: describe('evaluate', [
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	]),
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [
			this.getInputData().map((_, item) => ({
				json: { value: this.getNodeParameter('value', item) as string },
				pairedItem: { item },
			})),
		];
	},
});

const unauthorized: CredentialTest['rules'] = [
	{ type: 'responseCode', properties: { value: 401, message: 'Make a token first' } },
];
/** A rule of a credential's test: the answer must not be of another region. */
export const otherRegion: CredentialTest['rules'] = [
	{
		type: 'responseSuccessBody',
		properties: { key: 'region', value: 'eu', message: 'Other region' },
	},
];

/**
 * Makes a credential like the package's: a base URL and a bearer token, tested by `GET /me`.
 *
 * @param rules of its test; when undefined, one with words of its own for a 401
 * @returns the credential type
 */
export const fixtureCredential = (
	rules: CredentialTest['rules'] = unauthorized,
): ICredentialType => ({
	name: 'fixtureApi',
	displayName: 'Fixture API',
	properties: [
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
		{ displayName: 'Token', name: 'token', type: 'string', default: 'default-token' },
	],
	authenticate: {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
	},
	test: {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/me' },
		rules,
	},
});

/**
 * Makes a declarative node that sends `GET {path}?note={note}`.
 *
 * @returns a new instance
 */
export const declarative = (): INodeType => ({
	description: describe(
		'declarative',
		[
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'default',
				routing: { request: { url: '=/{{$value}}' }, send: { paginate: true } },
			},
			{
				displayName: 'Note',
				name: 'note',
				type: 'string',
				default: '',
				routing: { send: { type: 'query', property: 'note' } },
			},
		],
		{
			credentials: [{ name: 'fixtureApi', required: true }],
			requestDefaults: { baseURL: '={{$credentials.baseUrl}}' },
			requestOperations: {
				async pagination(requestData) {
					const items = await this.makeRoutingRequest(requestData);
					return items.map((item) => ({ ...item, pairedItem: { item: this.getItemIndex() } }));
				},
			},
		},
	),
});
