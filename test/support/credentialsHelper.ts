import { getAdditionalKeys } from 'n8n-core';
import {
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { nodeTypesOf } from './nodeTypes';

const NO_DATABASE = 'The test credentials helper has no credential store';

/** Credential expressions see no node's parameters, as in n8n's credentials-helper.js (`mockNode`). */
const expressionNode: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'test.empty',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * n8n's CredentialsHelper (n8n/dist/credentials-helper.js of 2.41) without its database: one credential
 * type, one set of decrypted data. Defaults, expressions in fields and `authenticate` are resolved as there.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	/**
	 * @param credentialType the only one there is
	 * @param data of the only credential, in plain text
	 */
	constructor(
		private readonly credentialType: ICredentialType,
		private readonly data: ICredentialDataDecryptedObject,
	) {
		super();
	}

	/** @returns names of the types that the credential type extends */
	override getParentTypes(): string[] {
		return this.credentialType.extends ?? [];
	}

	/** @returns true: who may use a credential is no part of the tests */
	override isCredentialUsableByNode(): boolean {
		return true;
	}

	/**
	 * Adds what the credential's `authenticate` says to the request, in place.
	 *
	 * @param credentials decrypted data, as `getDecrypted` returns it
	 * @param typeName of the credential
	 * @param requestOptions the request; it is changed
	 * @param workflow in which expressions are resolved; needed where `authenticate` is declared, not a function
	 * @param node in which they are resolved; likewise
	 * @returns the same request, or what the credential's function made of it
	 * @throws Error for another type of credential, and when workflow or node are needed and missing
	 */
	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.typeNamed(typeName);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (!workflow || !node)
			throw new Error('Workflow and node are required for declarative authentication');

		const target = options as unknown as Record<string, Record<string, unknown> | undefined>;
		target.headers ??= {};
		for (const [part, values] of Object.entries(authenticate.properties)) {
			const section = (target[part] ??= {});
			for (const [key, value] of Object.entries(values as Record<string, unknown>)) {
				section[String(this.resolve(key, credentials, workflow, node))] = this.resolve(
					value,
					credentials,
					workflow,
					node,
				);
			}
		}
		return options;
	}

	/** @returns undefined: no token has to be fetched first */
	override async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	/** @returns undefined: no token has to be fetched first */
	override async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	/**
	 * Fills in the defaults of the credential type, and resolves the expressions in the data.
	 *
	 * @param additionalData what n8n hands to the execution
	 * @param _nodeCredentials not used: there is only one credential
	 * @param type name of the credential type
	 * @param mode of the execution
	 * @returns the data in plain text
	 * @throws Error for another type of credential
	 */
	override async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		const withDefaults = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			structuredClone(this.data) as Parameters<typeof NodeHelpers.getNodeParameters>[1],
			true,
			false,
			null,
			null,
		) as Parameters<Workflow['expression']['getComplexParameterValue']>[1];
		const workflow = new Workflow({
			nodes: [],
			connections: {},
			active: false,
			nodeTypes: nodeTypesOf([]),
		});
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		return workflow.expression.getComplexParameterValue(
			expressionNode,
			withDefaults,
			mode,
			keys,
			undefined,
			undefined,
			withDefaults as never,
		) as unknown as ICredentialDataDecryptedObject;
	}

	/**
	 * @param type name of the credential type
	 * @returns its fields
	 * @throws Error for another type of credential
	 */
	override getCredentialsProperties(type: string): INodeProperties[] {
		return this.typeNamed(type).properties;
	}

	/**
	 * Would read from n8n's database.
	 *
	 * @throws Error always: there is no database
	 */
	override async getCredentials(): Promise<ICredentials> {
		throw new Error(NO_DATABASE);
	}

	/**
	 * Would write to n8n's database.
	 *
	 * @throws Error always: there is no database
	 */
	override async updateCredentials(): Promise<void> {
		throw new Error(NO_DATABASE);
	}

	/**
	 * Would write to n8n's database.
	 *
	 * @throws Error always: there is no database
	 */
	override async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error(NO_DATABASE);
	}

	private typeNamed(name: string): ICredentialType {
		if (name !== this.credentialType.name) throw new Error(`Unknown credential type "${name}"`);
		return this.credentialType;
	}

	private resolve(
		value: unknown,
		credentials: ICredentialDataDecryptedObject,
		workflow: Workflow,
		node: INode,
	): unknown {
		if (!isExpression(value)) return value;
		const resolved = workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			{ $credentials: credentials },
			undefined,
			'',
		);
		return resolved ? resolved.toString() : '';
	}
}
