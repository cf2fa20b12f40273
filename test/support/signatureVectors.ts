/**
 * Signatures that Pylon would send (https://kb.help.usepylon.com/articles/6080966819-how-do-i-verify-the-webhook-signatures).
 * Computed from Pylon's published definition with another implementation (Python's hmac), not published by Pylon.
 */
export const SIGNATURES: Array<[secret: string, message: string, hex: string]> = [
	[
		'test-secret',
		'{"issue_id":"00000000-0000-4000-8000-000000000001","title":"Hello"}',
		'66452eed05df46a6021fbdf471b11cbb7f86fa9a14c444eeedba442ca4ef2652',
	],
	['test-secret', '', 'a41bc6d81d6413576ae0994995e0ad89a416ec97389515c3604f47722122eeeb'],
	[
		'whsec-example-1',
		'{"title":"Café ✓"}',
		'a0005fd4e81071c0ccdb33c20ae17ac0d269154fa7ab0f705cc41f7b1ccee80d',
	],
	[
		'test-secret',
		'{"cursor":["abc"],"issue_id":["42"]}',
		'8a6a07b95d57b7301ec04473a18ca39b752ea8ad99cf8bae917f484928df0d77',
	],
];
