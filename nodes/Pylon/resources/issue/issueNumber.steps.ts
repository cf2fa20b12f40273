import { toId } from '../../transport/path';
import { checkedBy } from '../../transport/plan';
import { wrongInput } from '../../steps/values';

/**
 * For endpoints that take an issue's ID only (no `issue number` under `x-accepts` in openapi.yaml): looks the number up
 * first and puts the ID into the path. Nothing is looked up for an ID.
 */
export const issueIdOfNumber = checkedBy(async ({ context, request, send }) => {
	const picked = context.getNodeParameter('issueId') as { mode?: string } | string;
	if (typeof picked !== 'object' || picked?.mode !== 'number') return;
	const number = toId(
		context.getNodeParameter('issueId', '', { extractValue: true }),
		'Issue',
		context.getNode(),
		context.getItemIndex(),
	);
	const [found] = await send({ method: 'GET', url: `/issues/${encodeURIComponent(number)}` }, '/issues/{issueId}');
	const id = found?.json.id;
	if (typeof id !== 'string') {
		throw wrongInput(context, `Pylon did not tell the ID of issue ${number}`, "Choose 'By ID' under 'Issue' and fill in the ID.");
	}
	request.url = request.url.replace(/^\/issues\/[^/]+/, `/issues/${encodeURIComponent(id)}`);
});
