import { regionOf, resolveConnection } from '../../../../nodes/shared/client/region';

const US = 'https://api.usepylon.com';
const EU = 'https://api.eu.usepylon.com';

test.each([
	['pylon_api_eu_1', 'eu'],
	['pylon_api_1', 'us'],
	[' pylon_api_eu_1', 'eu'],
	['pylon_api_eu', 'us'],
	['pylon_api_europe', 'us'],
	['pylon_eu_1', undefined],
	['x_pylon_api_eu_1', undefined],
	['PYLON_API_EU_1', undefined],
	['', undefined],
])('the token %j names the region %s', (token, region) => {
	expect(regionOf(token)).toBe(region);
});

test.each([
	[{ region: 'auto', apiToken: 'pylon_api_eu_1' }, EU],
	[{ region: 'auto', apiToken: 'pylon_api_1' }, US],
	[{ region: 'auto', apiToken: 'old' }, US],
	[{ apiToken: 'pylon_api_eu_1' }, EU],
	[{ region: 'eu', apiToken: 'pylon_api_eu_1' }, EU],
	[{ region: 'eu', apiToken: 'old' }, EU],
	[{ region: 'us', apiToken: 'old', baseUrl: 'http://127.0.0.1:1' }, US],
	[
		{ region: 'custom', apiToken: 'pylon_api_eu_1', baseUrl: ' https://proxy.example/pylon// ' },
		'https://proxy.example/pylon',
	],
])('%j', (fields, baseUrl) => {
	expect(resolveConnection(fields)).toMatchObject({ baseUrl, token: fields.apiToken });
});

test.each([
	[{ region: 'us', apiToken: 'pylon_api_eu_1' }, 'Region'],
	[{ region: 'eu', apiToken: 'pylon_api_1' }, 'Region'],
	[{ region: 'custom', apiToken: 't', baseUrl: 'http://proxy.example' }, 'Base URL'],
	[{ region: 'custom', apiToken: 't' }, 'Base URL'],
	[{ region: 'custom', apiToken: 't', baseUrl: 7 }, 'Base URL'],
	[{ region: 'custom', apiToken: 't', baseUrl: 'https://proxy.example:99999' }, 'Base URL'],
	[{ region: 'custom', apiToken: 't', baseUrl: 'javascript:https://proxy.example' }, 'Base URL'],
	[{ region: 'auto', apiToken: ' \n' }, 'API Token'],
	[{ region: 'auto' }, 'API Token'],
	[{ region: 'auto', apiToken: 7 }, 'API Token'],
	[{ region: 'auto', apiToken: 'bearer pylon_api_1' }, 'API Token'],
	[{ region: 'auto', apiToken: 'Bearer pylon_api_1' }, 'API Token'],
	[{ region: 'auto', apiToken: 'a\nb' }, 'API Token'],
	[{ region: 'auto', apiToken: 'tökén' }, 'API Token'],
])('%j is refused by the name of its field', (fields, field) => {
	const problem = resolveConnection(fields);
	if (!('advice' in problem)) throw new Error('not refused');
	expect(problem.field).toBe(field);
	expect(problem.message).toContain(`'${field}'`);
	expect(problem.advice).toMatch(/\.$/);
});
