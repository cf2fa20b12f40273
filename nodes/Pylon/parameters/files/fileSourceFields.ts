import type { INodeProperties } from 'n8n-workflow';
import { sentField } from '../sentField';
import { bodyAsForm, inputFiles } from './upload';
import { urlInBody } from '../texts/urls';
import { readList } from '../../../shared/input';
import { shown, wrongInput } from '../values';
import { beforeSending } from '../../run/operationPlan';

/** The uploads with `fileSource` take one `file` in each request (openapi.yaml). */
const oneFile = (displayName: string) =>
	beforeSending(function () {
		const name = this.getNodeParameter('binaryPropertyName', '') as unknown;
		if (readList(name, displayName).length < 2) return;
		throw wrongInput(
			this,
			`'${displayName}' has several files`,
			`It is ${shown(name)}, but only one file can be uploaded at a time. Create an item for each file first, for example with a Split Out node.`,
		);
	});

/**
 * The file of an upload: from the incoming item, or from an address from which Pylon fetches it (openapi.yaml: `file`,
 * `file_url`). Turns the body into a form after all steps.
 */
export const fileSource: INodeProperties[] = [
	{
		displayName: 'File From',
		name: 'fileFrom',
		type: 'options',
		noDataExpression: true,
		default: 'binary',
		options: [
			{
				name: 'Incoming Item',
				value: 'binary',
				description: 'A file of the incoming item (binary data)',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'Pylon downloads the file from a URL that needs no sign-in',
			},
		],
	},
	inputFiles({
		part: 'file',
		before: oneFile,
		displayOptions: { show: { fileFrom: ['binary'] } },
		description: 'Name of the input field that contains the file',
	}),
	sentField(
		'string',
		'',
		{
			displayName: 'File URL',
			name: 'fileUrl',
			property: 'file_url',
			required: true,
			placeholder: 'e.g. https://example.com/report.pdf',
			displayOptions: { show: { fileFrom: ['url'] } },
			description: 'URL of the file, which Pylon must be able to reach',
		},
		urlInBody,
		() => bodyAsForm,
	),
];
