import type { IDataObject } from 'n8n-workflow';
import { decoded } from '../input/decoded';
import { assetName } from './assetName';
import { headerOf } from './headers';

const LONGEST_NAME = 200;

/** Dots alone mean a folder; invisible characters may reverse a name, so that an .exe looks like a .png. */
function clean(name: string): string {
	const last = name.replace(/\p{C}/gu, '').trim().split(/[/\\]/).pop()?.trim() ?? '';
	if (/^\.*$/.test(last)) return '';
	if (last.length <= LONGEST_NAME) return last;
	const ending = /\.\w{1,10}$/.exec(last)?.[0] ?? '';
	return `${[...last].slice(0, LONGEST_NAME - ending.length).join('')}${ending}`.slice(
		-LONGEST_NAME,
	);
}

/**
 * @param given the name that the user gives the file; empty to keep its own name
 * @param url the address that the file came from
 * @param headers the headers of the answer, names in lower case
 * @returns the name of the file: the user's, otherwise the server's (RFC 6266, https://www.rfc-editor.org/rfc/rfc6266),
 * otherwise the end of the address; never a path, without control characters, 200 characters at most
 */
export function fileNameOf(given: string, url: URL, headers: IDataObject): string {
	const disposition = headerOf(headers, 'content-disposition');
	const extended = /filename\*\s*=\s*(?:utf-8|iso-8859-1)?'[^']*'([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition);
	const candidates = [
		given,
		extended && decoded(extended.trim()),
		plain?.[1] ?? plain?.[2],
		assetName(url.pathname),
	];
	return candidates.map((name) => clean(name ?? '')).find((name) => name !== '') ?? 'file';
}
