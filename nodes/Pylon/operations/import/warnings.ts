import type { PostReceiveAction } from 'n8n-workflow';
import { isRecord } from '../../../shared/client/envelope';

/**
 * For `routing.output.postReceive`: puts beside the issue what Pylon says outside of it, the files that it could not take
 * over (openapi.yaml, `ImportWarnings`). Nothing is added when there are none.
 * @param items the items of the response: the one issue
 * @returns the same item, with `skipped_attachments` where there are any
 */
export const warningsInItem: PostReceiveAction = async function (items, { body }) {
	const warnings = isRecord(body) && isRecord(body.warnings) ? body.warnings : {};
	const { skipped_attachments: skipped } = warnings;
	if (!Array.isArray(skipped) || skipped.length === 0) return items;
	return items.map((item) => ({ ...item, json: { ...item.json, skipped_attachments: skipped } }));
};
