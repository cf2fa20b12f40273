import { taskComment } from '../../../../nodes/Pylon/operations/taskComment';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { own, nora } = seedIds.taskComments;
const { import: importing, certificate } = seedIds.tasks;
const path = { taskId: byId(importing), taskCommentId: byId(own) };
const message = 'Done, please check.';
const html = `<p>${message}</p>`;

describeOperations(taskComment, {
	create: {
		least: {
			parameters: { taskId: byId(certificate), message },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.path).toBe(`/tasks/${certificate}/comments`);
				expect(sent.body).toEqual({ body_html: html });
				expect(created).toMatchObject({
					task_id: certificate,
					author: { user: { id: seedIds.users.token } },
				});
				expect(sim.state.taskComments.get(created.id as string)).toMatchObject({
					body_html: html,
					is_internal: false,
				});
			},
		},
		all: {
			parameters: {
				taskId: byId(certificate),
				message: '**Done**',
				messageFormat: 'markdown',
				additionalFields: { isInternal: true },
			},
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ body_html: '<p><strong>Done</strong></p>', is_internal: true });
				expect(sim.state.taskComments.get(created.id as string)?.is_internal).toBe(true);
			},
		},
		wrong: [
			{ parameters: { taskId: byId(certificate) }, message: "'Message' is empty" },
			{ parameters: { message }, message: "'Task' is empty" },
		],
	},
	delete: {
		least: {
			parameters: path,
			then: ({ sim, json, sent }) => {
				expect(sent.path).toBe(`/tasks/${importing}/comments/${own}`);
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.taskComments.keys()]).toEqual([nora]);
			},
		},
		all: {
			before: ({ state }) => {
				const comment = state.taskComments.get(nora);
				if (comment)
					state.taskComments.set(nora, { ...comment, author_user_id: state.tokenUserId });
			},
			parameters: { ...path, taskCommentId: byId(nora) },
			then: ({ sim }) => expect([...sim.state.taskComments.keys()]).toEqual([own]),
		},
		wrong: { parameters: { taskId: byId(importing) }, message: "'Task Comment' is empty" },
	},
	getAll: {
		least: {
			parameters: { taskId: byId(importing) },
			then: ({ json }) => {
				expect(json.map(({ id }) => id)).toEqual([own, nora]);
				expect(json[1]).toMatchObject({
					body_html: '<p>Two rows were empty.</p>',
					author: { user: { id: seedIds.users.nora } },
				});
			},
		},
		all: [
			{
				parameters: { taskId: byId(importing), limit: 1 },
				then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([own]),
			},
			{
				parameters: { taskId: byId(importing), returnAll: true },
				then: ({ json, sent }) => {
					expect(sent.query).toEqual({});
					expect(json).toHaveLength(2);
				},
			},
			{ parameters: { taskId: byId(certificate) }, then: ({ json }) => expect(json).toEqual([]) },
		],
		wrong: { parameters: {}, message: "'Task' is empty" },
	},
	update: {
		least: {
			parameters: { ...path, message },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ body_html: html });
				expect(changed).toMatchObject({ id: own, body_html: html, is_internal: true });
				expect(sim.state.taskComments.get(own)?.last_edited_at).toBe(changed.last_edited_at);
				expect(changed.last_edited_at).not.toBeNull();
			},
		},
		all: {
			parameters: { ...path, message: 42, messageFormat: 'html' },
			then: ({ sim }) => expect(sim.state.taskComments.get(own)?.body_html).toBe('42'),
		},
		wrong: { parameters: path, message: "'Message' is empty" },
	},
});
