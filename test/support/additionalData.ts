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

/** The fields of a credential, in plain text. */
export type CredentialData = ICredentialDataDecryptedObject;

/**
 * Makes the credential type whose `authenticate` the tests apply, unless one is given.
 *
 * @returns this package's own
 */
const defaultCredentialType = (): ICredentialType => new PylonApi();

/**
 * Makes what n8n hands to every execution (n8n/dist/workflow-execute-additional-data.js), as far as a node sees it.
 *
 * @param credentials decrypted data of the one credential there is
 * @param credentialType its type
 * @returns the data; what the tests do not have throws when it is called
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

/**
 * Makes a node for a workflow.
 *
 * @param type of the node
 * @param fields what it has; the others are filled in as n8n's editor does
 * @param withCredentials whether a credential is chosen for each type that the node names
 * @returns the node, in the newest of its versions
 */
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
