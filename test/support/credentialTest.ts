import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	type ICredentialType,
	type INodeType,
	type IExecuteData,
} from 'n8n-workflow';

import { additionalDataFor, nodeOf, type CredentialData } from './additionalData';
import { workflowOf } from './engine';

/** What the editor shows of a test. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

interface RequestFailure {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

/**
 * Presses "Test" on a credential: runs its declarative `test` request on a stand-in node and applies its
 * `rules`, step by step as n8n/dist/services/credentials-tester.service.js (2.41, `runRequestTest`) does.
 *
 * @param credentialType the class with the test
 * @param credentials decrypted data
 * @returns what the editor would show
 */
export async function testCredential(
	credentialType: ICredentialType,
	credentials: CredentialData,
): Promise<CredentialTestResult> {
	const { test } = credentialType;
	if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };

	const type = standIn(credentialType.name, test.request);
	const node = nodeOf(type, { name: 'Temp-Node', parameters: {} }, true);
	const workflow = workflowOf([node], {}, [type]);
	const additionalData = additionalDataFor(credentials, credentialType);
	const details = { id: '1', name: 'Pylon account' };
	const data = await additionalData.credentialsHelper.getDecrypted(
		additionalData,
		details,
		credentialType.name,
		'internal',
	);
	const executeData: IExecuteData = { node, data: {}, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		executeData,
		[],
	);

	let body: unknown;
	try {
		const output = await new RoutingNode(context, type, {
			...details,
			type: credentialType.name,
			data,
		}).runNode();
		body = output?.[0]?.[0]?.json;
	} catch (error) {
		return { status: 'Error', message: failureMessage(error as RequestFailure, test.rules) };
	}
	for (const rule of test.rules ?? []) {
		if (
			rule.type === 'responseSuccessBody' &&
			valueAt(body, rule.properties.key) === rule.properties.value
		) {
			return { status: 'Error', message: rule.properties.message };
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function failureMessage(
	error: RequestFailure,
	rules: NonNullable<ICredentialType['test']>['rules'] = [],
): string {
	const response = error.cause?.response;
	if (!response) return error.cause?.code ?? error.message;
	const rule = rules.find(
		({ type, properties }) => type === 'responseCode' && properties.value === response.status,
	);
	if (rule) return rule.properties.message;
	if (response.status < 199 || response.status > 299) {
		return response.statusText || `Received HTTP status code: ${response.status}`;
	}
	return error.message;
}

const valueAt = (body: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);

const standIn = (
	credential: string,
	request: NonNullable<ICredentialType['test']>['request'],
): INodeType => ({
	description: {
		displayName: 'No Operation, do nothing',
		name: 'noOp',
		group: ['organization'],
		version: 1,
		description: 'No Operation',
		defaults: { name: 'No Operation, do nothing' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: credential, required: true }],
		properties: [
			{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
		],
	},
});
