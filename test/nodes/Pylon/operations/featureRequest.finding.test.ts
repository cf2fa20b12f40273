import { featureRequest } from '../../../../nodes/Pylon/operations/featureRequest';
import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';
import { addRequests } from './support/featureRequests';
import { only } from './support/parts';

const { accounts } = seedIds;

const { pdf, pdfDuplicate, darkMode } = seedIds.featureRequests;

describeOperations(only(featureRequest, 'get', 'search'), {
	get: {
		least: {
			parameters: { featureRequestId: byId(pdf) },
			then: ({ json: [found], sent }) => {
				expect(sent.query).toEqual({});
				expect(found).toMatchObject({
					id: pdf,
					request_status: 'planned',
					evidence: null,
					evidence_count: 2,
				});
			},
		},
		all: {
			parameters: { featureRequestId: byId(pdf), options: { fetchEvidence: true } },
			then: ({ json: [found], sent }) => {
				expect(sent.query).toEqual({ fetch_evidence: 'true' });
				expect(found.evidence).toMatchObject([
					{ account_id: accounts.globex },
					{ account_id: accounts.cedar },
				]);
			},
		},
		wrong: {
			parameters: { featureRequestId: byId('..') },
			message: "'Feature Request' cannot be '..'",
		},
	},
	search: {
		least: {
			then: ({ json, sent }) => {
				expect(sent.body).toEqual({ limit: 50 });
				expect(json.map(({ id }) => id)).toEqual([darkMode, pdfDuplicate, pdf]);
			},
		},
		all: [
			{
				parameters: {
					limit: 1000,
					filters: {
						accountIds: `${accounts.globex}, ${accounts.initech}`,
						query: 'pdf',
						requestStatuses: ['planned', 'in_progress'],
					},
				},
				then: ({ json, sent }) => {
					expect(sent.body).toEqual({
						limit: 1000,
						account_ids: [accounts.globex, accounts.initech],
						query: 'pdf',
						request_statuses: ['planned', 'in_progress'],
					});
					expect(json).toMatchObject([{ id: pdf, account_ids: [accounts.globex, accounts.cedar] }]);
				},
			},
			{
				before: (sim) => void addRequests(sim, 10),
				parameters: { limit: '4' },
				then: ({ json, requests }) => {
					expect(requests).toHaveLength(1);
					expect(json).toHaveLength(4);
				},
			},
		],
		wrong: [
			{ parameters: { limit: 1001 }, message: "'Limit' has to be a whole number from 1 to 1000" },
			{ parameters: { limit: 0 }, message: "'Limit' has to be a whole number from 1 to 1000" },
			{ parameters: { filters: { query: ' ' } }, message: "'Query' is empty" },
		],
	},
});
