import { Pylon } from '../../../../nodes/Pylon/Pylon.node';
import { openDropDown } from '../../../support/loadOptions';
import { withPylon } from '../../../support/pylon';

const pylon = withPylon({ checkReplies: true });
const open = () => openDropDown(new Pylon(), 'getIssueStatuses', pylon.credentials);

test('a built-in one that Pylon does not name is offered nevertheless', async () => {
	const { issueStatuses } = pylon.sim.state;
	issueStatuses.splice(
		issueStatuses.findIndex(({ slug }) => slug === 'on_hold'),
		1,
	);
	expect((await open()).map(({ value }) => value)).toContain('on_hold');
});

test('a label of the workspace wins', async () => {
	const status = pylon.sim.state.issueStatuses.find(({ slug }) => slug === 'waiting_on_you');
	if (status) status.label = 'Inbox';
	expect(await open()).toContainEqual({ name: 'Inbox', value: 'waiting_on_you' });
});
