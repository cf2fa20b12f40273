import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { requestOptions } from './fields/requestOptions';
import { tolerantOf } from './fields/tolerant';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { resourceMapping } from './methods/resourceMapping';
import { resources } from './resources';
import { propertiesOf } from './resources/resource';
import { pylonTransport } from './transport';

export class Pylon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pylon',
		name: 'pylon',
		icon: { light: 'file:../../icons/pylon.svg', dark: 'file:../../icons/pylon.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with issues, contacts and accounts in Pylon (usepylon.com)',
		defaults: { name: 'Pylon' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pylonApi', required: true }],
		// n8n wants an address here; the transport puts that of the credential's region in its place.
		requestDefaults: { baseURL: 'https://api.usepylon.com' },
		requestOperations: { pagination: pylonTransport },
		properties: [...tolerantOf(propertiesOf(resources)), requestOptions],
	};

	methods = { listSearch, loadOptions, resourceMapping };
}
