import { resources } from '../../nodes/Pylon/operations';
import type { Operation, Resource } from '../../nodes/Pylon/operations/operation';
import { operations } from '../../sandbox/pylon/document';
import { lookUp } from '../coverage/api';
import { nodeOperations, type NodeOperation } from '../coverage/node';

interface Schema {
	$ref?: string;
	items?: Schema;
	properties?: Record<string, Schema>;
}

/** What openapi.yaml says of an operation, as far as the checks read it. */
export interface Declared {
	operationId: string;
	responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
	'x-rate-limit-per-minute'?: number;
	'x-safe-to-repeat'?: boolean;
}

/** One operation of the node with all that is known of it. */
export interface Subject {
	/** E.g. `issue.snooze`. */
	key: string;
	resource: Resource;
	operation: Operation;
	/** As n8n gets it. */
	built: NodeOperation;
	/** What openapi.yaml says of it; undefined where the operation declares none of its endpoints. */
	declared?: Declared;
}

/** Every operation of the node, as `resource.operation`. */
export const keys: string[] = nodeOperations.map(
	({ resource, operation }) => `${resource}.${operation}`,
);

/**
 * @param key e.g. `issue.snooze`
 * @returns the operation of the node with this key; undefined when there is none
 */
export function findSubject(key: string): Subject | undefined {
	const [of, named] = key.split('.');
	const resource = resources.find(({ value }) => value === of);
	const operation = resource?.operations.find(({ value }) => value === named);
	const built = nodeOperations.find((one) => one.resource === of && one.operation === named);
	if (!resource || !operation || !built) return undefined;
	const declared =
		built.api && (operations.get(built.api.operationId)?.operation as unknown as Declared);
	return { key, resource, operation, built, declared };
}

/**
 * @param declared what openapi.yaml says of an operation
 * @returns name of the schema of the records that the operation answers with, e.g. `Issue`; undefined where it has none
 */
export function recordOf({ responses }: Declared): string | undefined {
	const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
	const [body] = Object.values((success && lookUp(success).content) ?? {});
	const data = body && lookUp(body.schema).properties?.data;
	return (data?.$ref ?? data?.items?.$ref)?.split('/').pop();
}
