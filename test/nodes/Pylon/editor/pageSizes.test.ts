import { kinds } from '../../../../nodes/Pylon/records';
import { pageSizeOf } from '../../../../nodes/shared/api/endpoints';

/** Without a limit, Pylon sends all of them (openapi.yaml, `getIssueMessages`). */
const WITHOUT_LIMIT = ['/issues/{issueId}/messages'];

test.each(kinds.map(({ listSearch, list }) => ({ listSearch, list })))(
	"$listSearch asks for no more than the endpoint's page holds",
	({ list: { query, pageSize } }) => {
		const { method = 'GET', template } = query(undefined, 'x');
		const most = pageSizeOf(method, template);
		if (pageSize === 0) expect(WITHOUT_LIMIT.includes(template) ? 0 : most).toBe(0);
		else expect(most).toBeGreaterThanOrEqual(pageSize);
	},
);
