import { ExpressionError, Workflow } from 'n8n-workflow';
import { PylonApi } from '../../credentials/PylonApi.credentials';
import { HOSTS, resolveConnection } from '../../nodes/shared/client/region';
import { nodeTypesOf } from '../support/nodeTypes';

/** The base URL of the credential's test, as n8n works it out. */
function testedUrl($credentials: Record<string, unknown>): unknown {
	const workflow = new Workflow({
		nodes: [],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf([]),
	});
	const node = {
		id: '1',
		name: 'Test',
		type: 'test',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const value = workflow.expression.getSimpleParameterValue(
		node,
		new PylonApi().test.request.baseURL as string,
		'internal',
		{
			$credentials,
		},
	);
	if (value instanceof ExpressionError) throw value;
	return value;
}

const TOKENS = [
	'pylon_api_1',
	'pylon_api_eu_1',
	' pylon_api_eu_1\n',
	'pylon_api_europe',
	'pylon_api_eu',
	'old',
	'x pylon_api_eu_1',
];

const ADDRESSES = [
	...[
		'https://proxy.example',
		' https://proxy.example/pylon// ',
		'Https://proxy.example:8080/a/b',
		'https://[::1]:3',
		'https://127.0.0.1',
	],
	...[
		'http://127.0.0.1:1',
		'http://localhost',
		'http://localhost:3000/x/',
		'http://[::1]:3',
		'http://127.8.9.1/',
	],
	...[
		'http://proxy.example',
		'http://localhost.example',
		'http://127.0.0.1.example',
		'http://127.0.0.1:1@evil.example',
		'http://10.0.0.1',
	],
	...[
		'http://localhost\\@evil.example',
		'https:///evil',
		'https://a\\b',
		'http:/localhost',
		'http://[::2]',
		'http://0.0.0.0',
		'http://2130706433',
	],
	...[
		'https://bob:pw@proxy.example',
		'https://bob@proxy.example',
		'https://a.example/x?y=1',
		'https://a.example/x#z',
		'https://a b',
	],
	...[
		'',
		' ',
		'https://',
		'proxy.example',
		'ftp://proxy.example',
		'javascript:alert(1)',
		'data:,x',
		'//proxy.example',
	],
];

const rows = [
	...['auto', 'us', 'eu'].flatMap((region) =>
		TOKENS.map((apiToken) => ({ region, apiToken, baseUrl: 'https://unused.example' })),
	),
	...ADDRESSES.map((baseUrl) => ({ region: 'custom', apiToken: 'pylon_api_1', baseUrl })),
	{ region: 'custom', apiToken: 'pylon_api_1' },
];

test.each(rows)('the test and the nodes ask the same address: %j', (fields) => {
	const connection = resolveConnection(fields);
	const url = testedUrl(fields);
	if (!('advice' in connection)) {
		expect(url).toBe(connection.baseUrl);
	} else if (connection.field === 'Region') {
		// Pylon itself says to whom the token belongs.
		expect(url).toBe(HOSTS[fields.region as 'us' | 'eu']);
	} else {
		// n8n says that this is no address.
		expect(url).toBe('');
	}
});
