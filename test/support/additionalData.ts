import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { PylonApi } from '../../credentials/PylonApi.credentials';
import { TestCredentialsHelper } from './credentialsHelper';
import { fullName } from './nodeTypes';

const BASE = 'http://127.0.0.1:5678';

const unavailable = (name: string) => (): never => {
	throw new Error(`${name} is not part of the test engine`);
};

export type CredentialData = ICredentialDataDecryptedObject;

/** The credential type whose `authenticate` the tests apply, unless one is given. */
export const defaultCredentialType = (): ICredentialType => new PylonApi();

/**
 * What n8n hands to every execution (n8n/dist/workflow-execute-additional-data.js), as far as a node sees it.
 * `credentials` is the decrypted data of the one credential there is.
 */
export function additionalDataFor(
	credentials: CredentialData = {},
	credentialType: ICredentialType = defaultCredentialType(),
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new TestCredentialsHelper(credentialType, credentials),
		executeWorkflow: unavailable('executeWorkflow'),
		getRunExecutionData: unavailable('getRunExecutionData'),
		getRuntimeCredential: unavailable('getRuntimeCredential'),
		startRunnerTask: unavailable('startRunnerTask'),
		executionId: 'test',
		currentNodeExecutionIndex: 0,
		restApiUrl: `${BASE}/rest`,
		instanceBaseUrl: BASE,
		formBaseUrl: `${BASE}/form`,
		formWaitingBaseUrl: `${BASE}/form-waiting`,
		formTestBaseUrl: `${BASE}/form-test`,
		webhookBaseUrl: `${BASE}/webhook`,
		webhookWaitingBaseUrl: `${BASE}/webhook-waiting`,
		webhookTestBaseUrl: `${BASE}/webhook-test`,
		mcpBaseUrl: `${BASE}/mcp`,
		mcpTestBaseUrl: `${BASE}/mcp-test`,
		variables: {},
		logAiEvent: () => undefined,
		// Secrets from outside stores are no part of these tests.
		externalSecretsProxy: undefined as never,
	};
}

/** A workflow's node of the given type; every credential type it names is set when `withCredentials`. */
export function nodeOf(
	type: INodeType,
	fields: Partial<INode> & Pick<INode, 'parameters'>,
	withCredentials: boolean,
): INode {
	const { version, defaults, credentials = [] } = type.description;
	const names = withCredentials ? credentials.map(({ name }) => name) : [];
	const name = fields.name ?? String(defaults.name ?? type.description.displayName);
	return {
		id: `id of ${name}`,
		name,
		type: fullName(type),
		typeVersion: Array.isArray(version) ? Math.max(...version) : version,
		position: [0, 0],
		...(names.length > 0 && {
			credentials: Object.fromEntries(
				names.map((key) => [key, { id: '1', name: 'Pylon account' }]),
			),
		}),
		...fields,
	};
}
