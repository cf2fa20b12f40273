import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import { accountFile } from '../../../../nodes/Pylon/operations/accountFile';
import { attachment } from '../../../../nodes/Pylon/operations/attachment';
import { seedIds, type SimulatedPylon } from '../../../../sandbox/pylon';
import { byId } from '../../../support/locator';
import { describeOperations } from '../../../support/operations';

const { globex } = seedIds.accounts;
const accountId = byId(globex);

const file = (fileName: string, text: string, mimeType: string) => ({
	data: Buffer.from(text).toString('base64'),
	fileName,
	mimeType,
});
const withFiles = (binary: IBinaryKeyData): INodeExecutionData => ({ json: {}, binary });
const one = withFiles({ data: file('Übersicht ✓.csv', 'a,b\n1,ä', 'text/csv') });
const two = withFiles({
	contract: file('contract.pdf', '%PDF-1.7', 'application/pdf'),
	notes: file('notes.txt', 'Terms', 'text/plain'),
});

const filesOf = (sim: SimulatedPylon) =>
	[...sim.state.files.values()].map(({ content, ...rest }) => ({
		...rest,
		text: Buffer.from(content).toString('utf8'),
	}));

const stored = (sim: SimulatedPylon, query = 'Expires=4102444800&Signature=x') => {
	const content = new TextEncoder().encode('a screenshot');
	sim.state.files.set('file-1', {
		id: 'file-1',
		name: 'Zoë.png',
		description: null,
		account_id: null,
		type: 'image/png',
		content,
		source_url: null,
	});
	return `${sim.url}/_simulated/files/file-1/x.png?${query}`;
};

describeOperations(attachment, {
	create: {
		least: {
			item: one,
			then: ({ sim, json: [created], sent }) => {
				expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
				expect(filesOf(sim)).toMatchObject([
					{
						id: created.id,
						name: 'Übersicht ✓.csv',
						type: 'text/csv',
						text: 'a,b\n1,ä',
						account_id: null,
						description: null,
					},
				]);
				expect(created.url).toContain(`/${created.id as string}%2F`);
			},
		},
		all: [
			{
				item: two,
				parameters: {
					fileFrom: 'binary',
					binaryPropertyName: 'notes',
					additionalFields: { description: 'What was agreed' },
				},
				then: ({ sim }) =>
					expect(filesOf(sim)).toMatchObject([
						{ name: 'notes.txt', text: 'Terms', description: 'What was agreed' },
					]),
			},
			{
				parameters: {
					fileFrom: 'url',
					fileUrl: ' https://example.com/report%201.pdf ',
					additionalFields: { description: 'The report' },
				},
				then: ({ sim, json: [created], sent }) => {
					expect(sent.body).toMatchObject({ file_url: 'https://example.com/report%201.pdf' });
					expect(created).toMatchObject({ name: 'report 1.pdf', description: 'The report' });
					expect(filesOf(sim)).toMatchObject([
						{ source_url: 'https://example.com/report%201.pdf' },
					]);
				},
			},
		],
		wrong: [
			{
				item: one,
				parameters: { binaryPropertyName: 'file' },
				message: "The incoming item has no file 'file'",
			},
			{ parameters: {}, message: "The incoming item has no file 'data'" },
			{ parameters: { fileFrom: 'url', fileUrl: '' }, message: "'File URL' is empty" },
			{
				parameters: { fileFrom: 'url', fileUrl: 'file:///etc/passwd' },
				message: "'File URL' is not a URL",
			},
		],
		notOffered: { file: 'the file itself: its bytes are looked at above' },
	},
	download: {
		least: {
			parameters: (sim) => ({ fileUrl: stored(sim) }),
			then: ({ items: [item], requests }) => {
				expect(item.json).toEqual({ fileName: 'Zoë.png', mimeType: 'image/png', fileSize: 12 });
				expect(Buffer.from(item.binary?.data.data ?? '', 'base64').toString()).toBe('a screenshot');
				expect(requests).toEqual([]);
			},
		},
		all: {
			parameters: (sim) => ({
				fileUrl: stored(sim),
				options: {
					fileName: '../of ticket 7.png',
					largestSize: 1,
					binaryPropertyName: 'picture',
					onlyFromPylon: true,
				},
			}),
			then: ({ items: [{ json, binary }] }) => {
				expect(json.fileName).toBe('of ticket 7.png');
				expect(Object.keys(binary ?? {})).toEqual(['picture']);
			},
		},
		wrong: [
			{ parameters: { fileUrl: ' ' }, message: "'File URL' is empty" },
			{ parameters: { fileUrl: 'ftp://example.com/x' }, message: "'File URL' is not a URL" },
			{
				parameters: { fileUrl: 'https://example.com/x', options: { largestSize: 0 } },
				message: "'Largest Size (MB)' has to be a number",
			},
			{
				parameters: { fileUrl: 'https://example.com/x', options: { binaryPropertyName: '' } },
				message: "'Put Output File in Field' is empty",
			},
		],
	},
});

describeOperations(accountFile, {
	upload: {
		least: {
			item: one,
			parameters: { accountId },
			then: ({ sim, json }) => {
				expect(json).toMatchObject([{ name: 'Übersicht ✓.csv' }]);
				expect(filesOf(sim)).toMatchObject([{ account_id: globex, text: 'a,b\n1,ä' }]);
			},
		},
		all: [
			{
				item: two,
				parameters: { accountId, fileFrom: 'binary', binaryPropertyName: 'contract' },
				then: ({ sim, json }) => {
					expect(json.map(({ name }) => name)).toEqual(['contract.pdf']);
					expect(filesOf(sim).map(({ account_id, text }) => [account_id, text])).toEqual([
						[globex, '%PDF-1.7'],
					]);
				},
			},
			{
				parameters: {
					accountId: { __rl: true, mode: 'externalId', value: 'crm-globex' },
					fileFrom: 'url',
					fileUrl: 'https://example.com/a.pdf',
				},
				then: ({ sim }) =>
					expect(filesOf(sim)).toMatchObject([
						{ account_id: globex, source_url: 'https://example.com/a.pdf' },
					]),
			},
		],
		wrong: [
			{
				item: one,
				parameters: { accountId, binaryPropertyName: '' },
				message: "'Input Data Field Name' is empty",
			},
			{
				item: two,
				parameters: { accountId, binaryPropertyName: 'contract, notes' },
				message: "'Input Data Field Name' has several files",
			},
			{ item: one, parameters: { accountId: byId('') }, message: "'Account' is empty" },
		],
		notOffered: { file: 'the file itself: its bytes are looked at above' },
	},
});
