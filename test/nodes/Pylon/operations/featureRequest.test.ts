import { featureRequest } from '../../../../nodes/Pylon/operations/featureRequest';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { addRequests } from './support/featureRequests';
import { without } from './support/parts';

const { accounts, issues } = seedIds;

const { pdf, pdfDuplicate, darkMode } = seedIds.featureRequests;

describeOperations(without(featureRequest, 'get', 'search'), {
	create: {
		least: {
			parameters: { title: 'Offline mode' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ title: 'Offline mode' });
				expect(created).toMatchObject({
					title: 'Offline mode',
					request_status: 'new',
					evidence_count: 0,
				});
				expect(sim.state.featureRequests.get(created.id as string)).toMatchObject({
					title: 'Offline mode',
					description: null,
				});
			},
		},
		all: {
			parameters: {
				title: 'Wrong currency',
				additionalFields: {
					description: 'Invoices in several currencies',
					shouldAutoFetchEvidence: true,
				},
			},
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({
					title: 'Wrong currency',
					description: 'Invoices in several currencies',
					should_auto_fetch_evidence: true,
				});
				expect(created.evidence_count).toBe(1);
				expect(sim.state.featureRequests.get(created.id as string)?.evidence).toMatchObject([
					{ source_id: issues.globex, account_id: accounts.globex },
				]);
			},
		},
		wrong: { parameters: { title: '' }, message: "'Title' is empty" },
	},
	delete: {
		least: {
			parameters: { featureRequestId: byId(pdf) },
			then: ({ sim, json }) => {
				expect(json).toEqual([{ deleted: true }]);
				expect([...sim.state.featureRequests.keys()]).toEqual([pdfDuplicate, darkMode]);
			},
		},
		all: {
			parameters: { featureRequestId: byId(darkMode) },
			then: ({ sim }) => expect(sim.state.featureRequests.has(darkMode)).toBe(false),
		},
		wrong: { parameters: {}, message: "'Feature Request' is empty" },
	},
	merge: {
		least: {
			parameters: { featureRequestId: byId(pdf), mergeFeatureRequestIds: pdfDuplicate },
			then: ({ sim, json, sent }) => {
				expect(sent.body).toEqual({
					merge_into_feature_request_id: pdf,
					merge_feature_request_ids: [pdfDuplicate],
				});
				expect(json).toMatchObject([{ id: pdf, evidence_count: 3 }]);
				expect(sim.state.featureRequests.get(pdfDuplicate)).toMatchObject({
					request_status: 'archived',
					evidence: [],
				});
			},
		},
		all: {
			parameters: (sim) => ({
				featureRequestId: byId(pdf),
				mergeFeatureRequestIds: addRequests(sim, 130),
			}),
			then: ({ sim, json, requests }) => {
				expect(
					requests.map(
						({ body }) =>
							(body as { merge_feature_request_ids: string[] }).merge_feature_request_ids.length,
					),
				).toEqual([100, 30]);
				expect(json).toMatchObject([{ id: pdf, evidence_count: 132 }]);
				const archived = [...sim.state.featureRequests.values()].filter(
					({ request_status }) => request_status === 'archived',
				);
				expect(archived).toHaveLength(130);
			},
		},
		wrong: [
			{
				parameters: { featureRequestId: byId(pdf) },
				message: "'Feature Requests to Merge Names or IDs' is empty",
			},
			{ parameters: { mergeFeatureRequestIds: pdfDuplicate }, message: "'Merge Into' is empty" },
			{
				parameters: {
					featureRequestId: byId(pdf),
					mergeFeatureRequestIds: `${pdfDuplicate}, ${pdf}`,
				},
				message:
					"The feature request of 'Merge Into' is among 'Feature Requests to Merge Names or IDs'",
			},
		],
	},
	setPortalVisibility: {
		least: {
			parameters: { featureRequestId: byId(pdf), accountIds: accounts.cedar },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.path).toBe(`/feature-requests/${pdf}/set-portal-visibility`);
				expect(sent.body).toEqual({ account_ids: [accounts.cedar], visible: true });
				expect(changed.portal_visible_to_account_ids).toEqual([accounts.globex, accounts.cedar]);
				expect(sim.state.featureRequests.get(pdf)?.portal_visible_to_account_ids).toEqual([
					accounts.globex,
					accounts.cedar,
				]);
			},
		},
		all: {
			parameters: {
				featureRequestId: byId(pdf),
				accountIds: [accounts.globex, accounts.dune],
				visible: false,
			},
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({
					account_ids: [accounts.globex, accounts.dune],
					visible: false,
				});
				expect(sim.state.featureRequests.get(pdf)?.portal_visible_to_account_ids).toEqual([]);
			},
		},
		wrong: {
			parameters: { featureRequestId: byId(pdf), accountIds: ' , ' },
			message: "'Account Names or IDs' is empty",
		},
	},
	update: {
		least: {
			parameters: { featureRequestId: byId(darkMode), updateFields: { requestStatus: 'planned' } },
			then: ({ sim, json: [changed], sent }) => {
				expect(sent.body).toEqual({ request_status: 'planned' });
				expect(changed.request_status).toBe('planned');
				expect(sim.state.featureRequests.get(darkMode)?.request_status).toBe('planned');
			},
		},
		all: {
			parameters: {
				featureRequestId: byId(pdf),
				updateFields: {
					requestStatus: 'in_progress',
					customFields: {
						field: [
							{ slug: 'impact', kind: 'single', value: 'low' },
							{ slug: 'modules', kind: 'multiple', values: 'desk' },
						],
					},
				},
			},
			then: ({ sim, sent }) => {
				const impact = { slug: 'impact', value: 'low' };
				const modules = { slug: 'modules', values: ['desk'] };
				expect(sent.body).toEqual({
					request_status: 'in_progress',
					custom_fields: [impact, modules],
				});
				expect(sim.state.featureRequests.get(pdf)).toMatchObject({
					request_status: 'in_progress',
					custom_fields: { impact: { value: 'low' }, modules: { value: '', values: ['desk'] } },
				});
			},
		},
		wrong: [
			{ parameters: { featureRequestId: byId(pdf) }, message: 'There is nothing to change' },
			{
				parameters: { featureRequestId: byId(pdf), updateFields: { requestStatus: '' } },
				message: "'Status' is empty",
			},
		],
	},
});
