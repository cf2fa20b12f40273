import {
	readColor,
	readDomain,
	readDomains,
	readUrl,
	readUrls,
} from '../../../../../nodes/shared/input';

import { HALF_EMOJI, type Kind, OBJECTS } from './readerKinds';

/** Values of the web: addresses, domains, colors. */
export const WEB_KINDS: Record<string, Kind> = {
	URL: {
		read: (value) => readUrl(value, 'X').href,
		takes: [
			[' https://example.com/a.png ', 'https://example.com/a.png'],
			['HTTP://example.com/a?b=c', 'http://example.com/a?b=c'],
			['https://a.example/of/https://b.example', 'https://a.example/of/https://b.example'],
			['https://example.com/my file.pdf', 'https://example.com/my%20file.pdf'],
		],
		refuses: [
			...OBJECTS,
			'example.com',
			'ftp://example.com',
			'javascript:alert(1)',
			'https://',
			'https:///',
			12,
			true,
			['https://example.com'],
			`https://example.com/${HALF_EMOJI}`,
			'https://a.example/1 https://a.example/2',
			'https://a.example/1, https://a.example/2',
			'https://a.example/1\nhttps://a.example/2',
		],
	},
	URLs: {
		read: (value) => readUrls(value, 'X'),
		takesNothing: true,
		takes: [
			[
				'https://a.example/1, https://a.example/2\nhttps://a.example/3',
				['https://a.example/1', 'https://a.example/2', 'https://a.example/3'],
			],
			[
				'https://a.example/1,2;v=1, https://a.example/2',
				['https://a.example/1,2;v=1', 'https://a.example/2'],
			],
			[['https://a.example/1'], ['https://a.example/1']],
		],
		refuses: [
			...OBJECTS,
			'a.png',
			'https://a.example/1, b.png',
			[{ url: 'https://a.example/1' }],
			['https://a.example/1\nhttps://a.example/2'],
			12,
		],
	},
	color: {
		read: (value) => readColor(value, 'X'),
		takes: [
			['#b91c1c', '#b91c1c'],
			[' #B91C1C ', '#b91c1c'],
			['b91c1c', '#b91c1c'],
			['#F0a', '#ff00aa'],
			[123456, '#123456'],
		],
		refuses: [
			...OBJECTS,
			'red',
			'rgb(255,0,0)',
			'#b91c1cff',
			'f0a',
			'#gggggg',
			'b91c1c, 000000',
			12,
			true,
		],
	},
	domain: {
		read: (value) => readDomain(value, 'X'),
		takes: [
			['globex.com', 'globex.com'],
			[' WWW.Globex.COM. ', 'globex.com'],
			['\u200bglobex.com', 'globex.com'],
			['www.com', 'www.com'],
			['Bücher.example', 'bücher.example'],
			['xn--bcher-kva.example', 'xn--bcher-kva.example'],
		],
		refuses: [
			...OBJECTS,
			'globex',
			'https://globex.com',
			'globex.com/x',
			'a@globex.com',
			'globex.com, globex.net',
			'globex.com:80',
			'*.globex.com',
			"'globex.com",
			'«globex.com',
			12,
			true,
		],
	},
	domains: {
		read: (value) => readDomains(value, 'X'),
		takesNothing: true,
		takes: [['globex.com, www.globex.com; globex.net', ['globex.com', 'globex.net']]],
		refuses: [...OBJECTS, 'globex.com, globex', 12],
	},
};
