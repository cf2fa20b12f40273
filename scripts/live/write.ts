import { randomBytes } from 'node:crypto';
import { isRecord } from '../../nodes/shared/client/envelope';
import { Stopped, Writer } from './writer';
import type { Findings, Surroundings } from './run';

type Data = Record<string, unknown>;

const HOUR_MS = 3_600_000;

const FILE = 'n8n-nodes-pylon-check.txt';

/** Whether a field came back as it was written. The problem names the field, never its value. */
const wrote =
	(field: string, value: unknown) =>
	(data: Data): string | undefined =>
		data[field] === value ? undefined : `data.${field} is not as it was written`;

/** The same for a reference such as `data.account.id`. */
const refersTo =
	(field: string, id: string) =>
	(data: Data): string | undefined =>
		(data[field] as { id?: unknown } | null | undefined)?.id === id
			? undefined
			: `data.${field}.id is not as it was written`;

const both =
	(...checks: Array<(data: Data) => string | undefined>) =>
	(data: Data): string | undefined =>
		checks.flatMap((check) => check(data) ?? []).join('; ') || undefined;

/** Compares moments: Pylon may write one in another way than it was given. */
const isMoment = (field: string, iso: string) => (data: Data) =>
	Date.parse(String(data[field])) === Date.parse(iso)
		? undefined
		: `data.${field} is not as it was written`;

/** @returns the ID of the account of exactly this name, or why there is none to write to */
async function scratchAccount(
	writer: Writer,
	name: string,
): Promise<{ id: string } | { stopped: string }> {
	const filter = { field: 'name', operator: 'equals', value: name };
	const data = await writer.send({ operationId: 'searchAccounts', body: { filter, limit: 2 } });
	const found = (Array.isArray(data) ? (data as Data[]) : []).filter((one) => one.name === name);
	const [account] = found;
	if (found.length !== 1 || typeof account.id !== 'string') {
		const stopped = `There ${found.length > 1 ? 'is more than one account' : 'is no account'} of the name given with --account, so nothing was written. Create one in Pylon for this check.`;
		return { stopped };
	}
	return { id: account.id };
}

async function tryContact(
	writer: Writer,
	mark: string,
	accountId: string,
): Promise<string | undefined> {
	const email = `${mark.replaceAll(' ', '-')}@example.com`;
	const id = await writer.make(
		{ operationId: 'createContact', body: { name: mark, email, account_id: accountId } },
		`the contact '${mark}'`,
		{ operationId: 'deleteContact', read: 'getContact' },
	);
	if (id === undefined) return undefined;
	const ids = [id];
	const created = both(wrote('name', mark), refersTo('account', accountId));
	await writer.send({ operationId: 'getContact', variant: 'created', ids, check: created });
	const name = `${mark} changed`;
	await writer.send({ operationId: 'updateContact', ids, body: { name } });
	await writer.send({
		operationId: 'getContact',
		variant: 'updated',
		ids,
		check: wrote('name', name),
	});
	return id;
}

async function tryIssue(
	writer: Writer,
	mark: string,
	accountId: string,
	contactId?: string,
): Promise<void> {
	const html = `<p>${mark}. This issue is removed by itself.</p>`;
	// Without a destination Pylon tells nobody: the message stays an internal note (openapi.yaml, createIssue).
	const body = { title: mark, body_html: html, account_id: accountId, requester_id: contactId };
	const id = await writer.make({ operationId: 'createIssue', body }, `the issue '${mark}'`, {
		operationId: 'deleteIssue',
		read: 'getIssue',
	});
	if (id === undefined) return;
	const ids = [id];
	const title = `${mark} changed`;
	await writer.send({ operationId: 'updateIssue', ids, body: { title } });
	await writer.send({
		operationId: 'getIssue',
		variant: 'updated',
		ids,
		check: wrote('title', title),
	});
	await tryNote(writer, mark, id);
	const until = new Date(Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS).toISOString();
	await writer.send({ operationId: 'snoozeIssue', ids, body: { snooze_until: until } });
	await writer.send({
		operationId: 'getIssue',
		variant: 'snoozed',
		ids,
		check: isMoment('snoozed_until_time', until),
	});
}

/** A note with a file; the file stays, since Pylon's API has no way to remove one. */
async function tryNote(writer: Writer, mark: string, issueId: string): Promise<void> {
	const file = new FormData();
	file.append('file', new Blob([`${mark}\n`], { type: 'text/plain' }), FILE);
	const uploaded = await writer.send({ operationId: 'createAttachment', body: file });
	const url = uploaded?.url;
	if (uploaded !== undefined) writer.keeps(`the file '${FILE}'`);
	await writer.send({
		operationId: 'createIssueNote',
		ids: [issueId],
		body: {
			body_html: `<p>Note: ${mark}</p>`,
			...(typeof url === 'string' ? { attachment_urls: [url] } : {}),
		},
	});
	await writer.send({
		operationId: 'getIssueMessages',
		variant: 'with the note',
		ids: [issueId],
		check: (messages) => {
			const isThere = Object.values(messages)
				.filter(isRecord)
				.some(({ message_html: html }) => String(html).includes(`Note: ${mark}`));
			return isThere ? undefined : 'data[].message_html has no message that is the note';
		},
	});
}

async function tryMerge(writer: Writer, mark: string): Promise<void> {
	const names = ['stays', 'goes'].map((which) => `${mark} ${which}`);
	const [stays, goes] = [
		await makeAccount(writer, names[0], 'the first'),
		await makeAccount(writer, names[1], 'the second'),
	];
	if (stays === undefined || goes === undefined) return;
	const tags = ['n8n-nodes-pylon-check'];
	await writer.send({ operationId: 'updateAccount', ids: [stays], body: { tags } });
	await writer.send({
		operationId: 'getAccount',
		variant: 'updated',
		ids: [stays],
		check: (data) =>
			JSON.stringify(data.tags) === JSON.stringify(tags)
				? undefined
				: 'data.tags is not as it was written',
	});
	const merged = await writer.send({
		operationId: 'mergeAccounts',
		body: { merge_into_account_id: stays, merge_account_ids: [goes] },
	});
	if (merged === undefined) return;
	await writer.send({ operationId: 'getAccount', variant: 'merged', ids: [goes], isGone: true });
	if (writer.isLastAsAssumed()) writer.forget(`the account '${names[1]}'`);
}

const makeAccount = (writer: Writer, name: string, variant: string) =>
	writer.make({ operationId: 'createAccount', variant, body: { name } }, `the account '${name}'`, {
		operationId: 'deleteAccount',
		read: 'getAccount',
	});

/**
 * Tries what writes, within one account that is there for it: a contact, an issue with a note, a file and a snooze, and
 * two accounts of its own that it merges. Everything it makes carries a mark in its name and is removed at the end,
 * also when a step fails or the check is stopped; only the file stays, which Pylon's API cannot remove. No message goes to
 * a customer.
 *
 * @param surroundings what sends, waits and takes each finding
 * @param accountName the exact name of an account that exists
 * @returns all findings, and the names of what could not be removed
 */
export async function runWrites(
	surroundings: Surroundings,
	accountName: string,
): Promise<Findings> {
	const writer = new Writer(surroundings);
	const mark = `n8n-nodes-pylon check ${randomBytes(3).toString('hex')}`;
	try {
		const account = await scratchAccount(writer, accountName);
		if ('stopped' in account) return writer.result(account.stopped);
		const contactId = await tryContact(writer, mark, account.id);
		await tryIssue(writer, mark, account.id, contactId);
		await tryMerge(writer, mark);
	} catch (error) {
		await writer.cleanUp();
		if (error instanceof Stopped) return writer.result(error.message);
		// Without its message, which could hold a value of a record.
		const { name } = error as Error;
		return writer.result(`The check itself failed (${name}). Please report it.`);
	}
	await writer.cleanUp();
	return writer.result();
}
