import { seedIds } from '../../../sandbox/pylon';
import { expectRefusal, withPylon } from './support';

const bench = withPylon();
const { accounts, featureRequests, milestones, projects, tasks, taskComments, users } = seedIds;

test('a comment of somebody else cannot be changed, and is found under its own task only', async () => {
	const path = `/tasks/${tasks.import}/comments/${taskComments.nora}`;
	expectRefusal(await bench().call('DELETE', path), 403, 'Only the author');
	expectRefusal(
		await bench().call('PATCH', path, { body_html: '<p>No.</p>' }),
		403,
		'Only the author',
	);
	expectRefusal(
		await bench().call('DELETE', `/tasks/${tasks.columns}/comments/${taskComments.own}`),
		404,
		'Task comment not found!',
	);
	expect(bench().sim.state.taskComments.size).toBe(2);
});

test('what a task names has to be there', async () => {
	const update = (body: object) => bench().call('PATCH', `/tasks/${tasks.import}`, body);
	expectRefusal(
		await update({ assignee_id: accounts.globex }),
		400,
		'assignee_id: user or contact',
	);
	expectRefusal(
		await update({ milestone_id: milestones.initech }),
		400,
		'is a milestone of another project',
	);
	expectRefusal(
		await update({ custom_fields: [{ slug: 'effort', value: 'huge' }] }),
		400,
		'custom_fields.effort',
	);
	expect(
		(await update({ project_id: '', milestone_id: '', assignee_id: users.omar })).body.data,
	).toMatchObject({
		project: null,
		milestone: null,
		assignee: { user: { id: users.omar } },
	});
});

test('what projects and milestones name has to be there', async () => {
	expectRefusal(
		await bench().call('POST', '/projects', { name: 'Rollout', account_id: 'gone' }),
		400,
		'account_id',
	);
	const fromTemplate = {
		name: 'Rollout',
		account_id: accounts.globex,
		project_template_id: 'gone',
	};
	expectRefusal(await bench().call('POST', '/projects', fromTemplate), 400, 'project_template_id');
	expectRefusal(
		await bench().call('POST', '/milestones', { name: 'Go-live', project_id: 'gone' }),
		400,
		'project_id',
	);
});

test('a project is completed with the last of its tasks', async () => {
	const completed = { filter: { field: 'status', operator: 'equals', value: 'completed' } };
	await bench().call('PATCH', `/tasks/${tasks.import}`, { status: 'completed' });
	expect((await bench().call('POST', '/projects/search', completed)).body).not.toHaveProperty(
		'data',
	);
	await bench().call('PATCH', `/tasks/${tasks.columns}`, { status: 'completed' });
	expect((await bench().call('POST', '/projects/search', completed)).body.data).toMatchObject([
		{ id: projects.globex },
	]);
});

test('a merge of feature requests is checked before anything is merged', async () => {
	const merge = (ids: string[]) =>
		bench().call('POST', '/feature-requests/merge', {
			merge_into_feature_request_id: featureRequests.pdf,
			merge_feature_request_ids: ids,
		});
	const { pdf, pdfDuplicate } = featureRequests;
	expectRefusal(await merge([pdfDuplicate, 'gone']), 404, '"gone"');
	expectRefusal(await merge([pdfDuplicate, pdfDuplicate]), 400, 'has an id twice');
	expectRefusal(await merge([pdf]), 400, 'contains merge_into_feature_request_id');
	expect(bench().sim.state.featureRequests.get(pdfDuplicate)?.request_status).toBe('new');
});

test('a status of feature requests has to be there, an account that shall see one too', async () => {
	const path = `/feature-requests/${featureRequests.darkMode}`;
	expectRefusal(
		await bench().call('PATCH', path, { request_status: 'shipped' }),
		400,
		'request_status',
	);
	expectRefusal(
		await bench().call('POST', `${path}/set-portal-visibility`, {
			account_ids: ['gone'],
			visible: true,
		}),
		400,
		'account_ids',
	);
});

test('merged accounts leave projects, tasks and wishes to the survivor', async () => {
	const { initech, initechDuplicate } = accounts;
	const merge = { merge_into_account_id: initechDuplicate, merge_account_ids: [initech] };
	expect((await bench().call('POST', '/accounts/merge', merge)).status).toBe(200);
	const { state } = bench().sim;
	expect(state.projects.get(projects.initech)?.account_id).toBe(initechDuplicate);
	expect(state.milestones.get(milestones.initech)?.account_id).toBe(initechDuplicate);
	expect(state.featureRequests.get(featureRequests.pdfDuplicate)?.evidence[0].account_id).toBe(
		initechDuplicate,
	);
});
