import {
	readChoice,
	readColor,
	readDay,
	readDomain,
	readEmail,
	readEmails,
	readFreeText,
	readId,
	readList,
	readMoment,
	readNumber,
	readPhoneNumbers,
	readReference,
	readSwitch,
	readText,
	readUrl,
	readUrls,
	readWholeNumber,
	toRfc3339,
	WrongInput,
} from '../../../../../nodes/shared/input';

export const SEED = { seed: 20_261_127, numRuns: 500 };

const ZONE = 'America/New_York';

const CHOICES = [
	{ name: 'High', value: 'high' },
	{ name: 'Nobody', value: 'no' },
];

export const READERS: Record<string, (value: unknown) => unknown> = {
	choice: (value) => readChoice(value, 'X', CHOICES),
	color: (value) => readColor(value, 'X'),
	day: (value) => readDay(value, 'X', ZONE),
	domain: (value) => readDomain(value, 'X'),
	email: (value) => readEmail(value, 'X'),
	emails: (value) => readEmails(value, 'X'),
	freeText: (value) => readFreeText(value, 'X'),
	id: (value) => readId(value, 'X'),
	list: (value) => readList(value, 'X'),
	moment: (value) => toRfc3339(readMoment(value, 'X', ZONE)),
	number: (value) => readNumber(value, 'X'),
	phoneNumbers: (value) => readPhoneNumbers(value, 'X'),
	reference: (value) => readReference(value, 'X', ['number', 'email', 'domain']).value,
	switch: (value) => readSwitch(value, 'X'),
	text: (value) => readText(value, 'X'),
	url: (value) => readUrl(value, 'X').href,
	urls: (value) => readUrls(value, 'X'),
	wholeNumber: (value) => readWholeNumber(value, 'X', [-5, 5]),
};

/**
 * @param read one of `READERS`
 * @param value to be read
 * @returns what it is read as; undefined when it is refused
 * @throws what `read` throws besides WrongInput
 */
export function result(read: (value: unknown) => unknown, value: unknown): unknown {
	try {
		return read(value);
	} catch (error) {
		if (!(error instanceof WrongInput)) throw error;
		expect(error.message).toContain("'X'");
		expect(error.description.length).toBeGreaterThan(5);
		return undefined;
	}
}
