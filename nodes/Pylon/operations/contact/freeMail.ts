/**
 * Mail providers where anybody can have an address. Pylon has no such list (openapi.yaml), so this one has the widespread
 * ones. With any other provider, the contact is only moved to an account with that domain.
 */
const PROVIDERS = [
	'126.com',
	'163.com',
	'aol.com',
	'comcast.net',
	'duck.com',
	'fastmail.com',
	'freenet.de',
	'gmail.com',
	'gmx.at',
	'gmx.ch',
	'gmx.com',
	'gmx.de',
	'gmx.net',
	'googlemail.com',
	'hey.com',
	'hotmail.com',
	'hushmail.com',
	'icloud.com',
	'laposte.net',
	'libero.it',
	'live.com',
	'mac.com',
	'mail.com',
	'mail.ru',
	'me.com',
	'msn.com',
	'naver.com',
	'orange.fr',
	'outlook.com',
	'pm.me',
	'posteo.de',
	'proton.me',
	'protonmail.com',
	'qq.com',
	'rediffmail.com',
	'rocketmail.com',
	't-online.de',
	'tuta.com',
	'tutanota.com',
	'web.de',
	'yahoo.com',
	'yandex.com',
	'yandex.ru',
	'ymail.com',
	'zoho.com',
	'zohomail.com',
];

/** Providers with an ending for each country, such as `yahoo.co.uk`. */
const IN_MANY_COUNTRIES = /^(gmx|hotmail|live|outlook|yahoo|yandex)\.((com?|net)\.)?[a-z]{2}$/;

const providers = new Set(PROVIDERS);

/**
 * @param domain the domain of an email address, in lower case
 * @returns whether it belongs to a mail provider, and so to no company
 */
export const isFreeMail = (domain: string): boolean =>
	providers.has(domain) || IN_MANY_COUNTRIES.test(domain);
