import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import { trainingData } from '../../../../nodes/Pylon/operations/trainingData';

import { seedIds } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { trainingData: manuals, documents } = seedIds;

const trainingDataId = byId(manuals);

const file = (fileName: string, text: string, mimeType = 'text/markdown') => ({
	data: Buffer.from(text).toString('base64'),
	fileName,
	mimeType,
});

const withFiles = (binary: IBinaryKeyData): INodeExecutionData => ({ json: {}, binary });

const one = withFiles({ data: file('returns.md', '# Returns') });

const two = withFiles({
	terms: file('terms.md', 'Terms ✓'),
	prices: file('prices.csv', 'a,b', 'text/csv'),
});

const content = { trainingDataId, fileName: 'returns.md', content: '# Returns' };

describeOperations(trainingData, {
	create: {
		least: {
			parameters: { trainingDataName: 'Release notes' },
			then: ({ sim, json: [created], sent }) => {
				expect(sent.body).toEqual({ training_data_name: 'Release notes' });
				expect(sim.state.trainingData.get(created.id as string)).toMatchObject({
					name: 'Release notes',
					visibility: 'everyone',
				});
			},
		},
		all: {
			parameters: {
				trainingDataName: 'Release notes',
				additionalFields: { visibility: 'user_only' },
			},
			then: ({ json: [created] }) =>
				expect(created).toMatchObject({
					name: 'Release notes',
					visibility: 'user_only',
					documents: [],
				}),
		},
		wrong: { parameters: {}, message: "'Training Data Name' is empty" },
	},
	deleteDocuments: {
		least: {
			parameters: { trainingDataId, documentIds: documents.first },
			then: ({ sim, json, sent }) => {
				expect(sent.query).toEqual({ document_ids: documents.first });
				expect(json).toEqual([{ deleted: true, deleted_count: 1 }]);
				expect(sim.state.trainingData.get(manuals)?.documents.map(({ id }) => id)).toEqual([
					documents.second,
				]);
			},
		},
		all: [
			{
				parameters: {
					trainingDataId,
					documentIds: [documents.first, 'gone'],
					externalIds: 'manual-2, manual-3',
				},
				then: ({ sim, json, sent }) => {
					expect(sent.query).toEqual({
						document_ids: [documents.first, 'gone'],
						external_ids: ['manual-2', 'manual-3'],
					});
					expect(json).toEqual([{ deleted: true, deleted_count: 2 }]);
					expect(sim.state.trainingData.get(manuals)?.documents).toEqual([]);
				},
			},
		],
		wrong: [
			{
				parameters: { trainingDataId },
				message: "'Document Names or IDs' and 'External IDs' are both empty",
			},
			{ parameters: { documentIds: documents.first }, message: "'Training Data' is empty" },
		],
	},
	get: {
		least: {
			parameters: { trainingDataId },
			then: ({ json: [found] }) =>
				expect(found).toMatchObject({
					name: 'Product manuals',
					documents: [{ external_id: 'manual-1' }, { external_id: 'manual-2' }],
				}),
		},
		all: {
			parameters: { trainingDataId: manuals },
			then: ({ json: [found] }) => expect(found.id).toBe(manuals),
		},
		wrong: { parameters: { trainingDataId: byId('') }, message: "'Training Data' is empty" },
	},
	getAll: {
		least: { then: ({ json }) => expect(json.map(({ id }) => id)).toEqual([manuals]) },
		all: [
			{ parameters: { limit: 1 }, then: ({ json }) => expect(json).toHaveLength(1) },
			{ parameters: { returnAll: true }, then: ({ json }) => expect(json).toHaveLength(1) },
		],
		wrong: { parameters: { limit: 0 }, message: "'Limit' has to be a whole number" },
	},
	uploadContent: {
		least: {
			parameters: content,
			then: ({ sim, sent }) => {
				expect(sent.body).toEqual({
					training_data_id: manuals,
					file_name: 'returns.md',
					content: '# Returns',
				});
				expect(sim.state.trainingData.get(manuals)?.documents[2]).toMatchObject({
					file_name: 'returns.md',
					file_size: 9,
				});
			},
		},
		all: [
			{
				parameters: {
					...content,
					container: 'name',
					trainingDataName: 'Policies',
					additionalFields: { externalId: 'policy-1', visibility: 'ai_agent_only' },
				},
				then: ({ sim, json: [changed] }) => {
					expect(changed).toMatchObject({
						name: 'Policies',
						visibility: 'ai_agent_only',
						documents: [{ external_id: 'policy-1' }],
					});
					expect(sim.state.trainingData.size).toBe(2);
				},
			},
			{
				parameters: { ...content, container: 'id' },
				then: ({ json: [changed] }) => expect(changed.id).toBe(manuals),
			},
		],
		wrong: [
			{ parameters: { ...content, content: '' }, message: "'Content' is empty" },
			{ parameters: { ...content, container: 'name' }, message: "'Training Data Name' is empty" },
		],
	},
	uploadFiles: {
		least: {
			item: one,
			parameters: { trainingDataId },
			then: ({ sim, json: [changed] }) => {
				expect(changed.id).toBe(manuals);
				expect(sim.state.trainingData.get(manuals)?.documents[2]).toMatchObject({
					file_name: 'returns.md',
					file_type: 'text/markdown',
					file_size: 9,
					external_id: null,
				});
			},
		},
		all: [
			{
				item: two,
				parameters: {
					container: 'name',
					trainingDataName: 'Policies',
					binaryPropertyName: 'terms, prices',
					additionalFields: {
						externalIds: 'policy-1, policy-2',
						fileNames: ['document.md', 'document.csv'],
						visibility: 'user_only',
					},
				},
				then: ({ json: [changed] }) =>
					expect(changed).toMatchObject({
						name: 'Policies',
						visibility: 'user_only',
						documents: [
							{
								file_name: 'document.md',
								external_id: 'policy-1',
								file_size: Buffer.byteLength('Terms ✓'),
							},
							{ file_name: 'document.csv', external_id: 'policy-2', file_type: 'text/csv' },
						],
					}),
			},
			{
				item: two,
				parameters: {
					container: 'id',
					trainingDataId,
					binaryPropertyName: 'terms, prices',
					additionalFields: { fileNames: 'same.md, same.md' },
				},
				then: ({ sim }) =>
					expect(
						sim.state.trainingData
							.get(manuals)
							?.documents.slice(2)
							.map(({ file_name }) => file_name),
					).toEqual(['same.md', 'same.md']),
			},
		],
		wrong: [
			{
				item: one,
				parameters: { trainingDataId, binaryPropertyName: 'file' },
				message: "The incoming item has no file 'file'",
			},
			{
				item: one,
				parameters: { trainingDataId, binaryPropertyName: '' },
				message: "'Input Data Field Name' is empty",
			},
			{
				item: two,
				parameters: {
					trainingDataId,
					binaryPropertyName: 'terms, prices',
					additionalFields: { fileNames: 'terms.md' },
				},
				message: "'File Names' has to have one entry for each file",
			},
			{
				item: one,
				parameters: { trainingDataId, binaryPropertyName: 'a,b,c,d,e,f,g,h,i,j,k' },
				message: "'Input Data Field Name' has more than 10 files",
			},
		],
	},
});
