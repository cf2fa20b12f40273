import { downloadErrorText, storingErrorText } from '../../../../nodes/shared/client/downloadTexts';
import type { Failure } from '../../../../nodes/shared/client/failure';

const source = {
	url: new URL('https://assets.example.com:8443/a/b.png?Signature=x'),
	parameter: 'File URL',
};
const HOST = 'assets.example.com:8443';

const network = (code: string, text = ''): Failure => ({
	kind: 'network',
	code,
	text,
	whileConnecting: false,
});

describe('no file came: the words name its host, never Pylon', () => {
	test.each([
		['ENOTFOUND', `The host ${HOST} could not be found`],
		['EAI_AGAIN', `The host ${HOST} could not be found`],
		['ECONNREFUSED', `Nothing answers at ${HOST}`],
		['EHOSTUNREACH', `Nothing answers at ${HOST}`],
		['ENETUNREACH', `Nothing answers at ${HOST}`],
		['ECONNABORTED', `${HOST} did not send the file in time`],
		['ETIMEDOUT', `${HOST} did not send the file in time`],
		['ESOCKETTIMEDOUT', `${HOST} did not send the file in time`],
		['CERT_HAS_EXPIRED', `The certificate of ${HOST} was not accepted (CERT_HAS_EXPIRED)`],
		[
			'SELF_SIGNED_CERT_IN_CHAIN',
			`The certificate of ${HOST} was not accepted (SELF_SIGNED_CERT_IN_CHAIN)`,
		],
		['EPROTO', `No secure connection to ${HOST} could be made (EPROTO)`],
		[
			'ERR_SSL_WRONG_VERSION_NUMBER',
			`No secure connection to ${HOST} could be made (ERR_SSL_WRONG_VERSION_NUMBER)`,
		],
		['ECONNRESET', `The connection to ${HOST} broke before the file was complete (ECONNRESET)`],
	])('%s', (code, message) => {
		expect(downloadErrorText(source, network(code), undefined)).toEqual({
			message,
			description: `Check 'File URL', and whether this n8n can reach ${HOST}.`,
		});
	});

	test.each([
		['aborted', 'aborted'],
		['', 'no reason given'],
	])('without a code: %j', (text, reason) => {
		expect(downloadErrorText(source, network('', text), undefined).message).toBe(
			`The connection to ${HOST} broke before the file was complete (${reason})`,
		);
	});

	test('what n8n itself did not let out keeps the words that n8n has for it', () => {
		expect(
			downloadErrorText(source, { kind: 'refused', text: 'The address is not allowed' }, undefined),
		).toEqual({
			description: `Check 'File URL', and whether this n8n can reach ${HOST}.`,
		});
	});

	test('a status counts before what an earlier try came to', () => {
		expect(downloadErrorText(source, network('ECONNRESET'), 503).message).toBe(
			`${HOST} could not send the file (status 503)`,
		);
	});
});

describe('a file that n8n could not store', () => {
	test.each([
		['ENOSPC', 'Free up space on the disk'],
		['EDQUOT', 'Free up space on the disk'],
		['EACCES', 'permission to write'],
		['EPERM', 'permission to write'],
		['EROFS', 'permission to write'],
		['EIO', 'N8N_DEFAULT_BINARY_DATA_MODE'],
	])('%s', (code, toDo) => {
		const { message, description } = storingErrorText(
			Object.assign(new Error(`${code}: no`), { code }),
		);
		expect(message).toBe(`n8n could not store the file (${code}: no)`);
		expect(description).toContain(toDo);
	});

	test.each([
		[Object.assign(new Error(''), { code: 'EIO' }), 'EIO'],
		['full', 'full'],
	])('without words', (reason, said) => {
		expect(storingErrorText(reason).message).toBe(`n8n could not store the file (${said})`);
	});
});
