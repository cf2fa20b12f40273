import { issueStatus } from '../../../../nodes/Pylon/operations/issueStatus';
import { describeOperations } from '../../../support/operations';

describeOperations(issueStatus, {
	getAll: {
		least: {
			then: ({ sim, json, sent }) => {
				expect(json).toHaveLength(sim.state.issueStatuses.length);
				expect(json[0]).toEqual({
					slug: 'open',
					label: 'Open',
					category: 'new',
					is_default_status: true,
					is_archived: false,
				});
				expect(json.find(({ is_archived: isArchived }) => isArchived)).toMatchObject({
					slug: 'nar',
				});
				expect(sent.query).toEqual({});
			},
		},
		all: [
			{
				parameters: { limit: 2 },
				then: ({ json }) =>
					expect(json.map(({ slug }) => slug)).toEqual(['open', 'waiting_on_you']),
			},
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(10) },
		],
		wrong: [
			{ parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
			{ parameters: { limit: '={{ $json.none }}' }, message: "'Limit' is empty" },
		],
	},
});
