import type { Handlers, RequestContext } from '../context';
import { badField } from '../errors';
import { isUrl } from '../formats';
import type { FileRecord } from '../records/account';
import { pathAccount } from './accounts';

/** How long the address of a file is valid; how long those of Pylon are is not documented. */
const HOUR_MS = 3_600_000;

const nameIn = (url: string) =>
	decodeURIComponent(new URL(url).pathname.split('/').pop() ?? '') || 'file';

/**
 * The uploaded files, or the one at `file_url` "when file is absent" (openapi.yaml). Nothing is fetched: the simulated
 * Pylon reaches no other host, so such a file contains its own address.
 *
 * @throws ApiError 400 when there is neither
 */
function filesOf({
	files,
	body,
}: RequestContext): Array<Pick<FileRecord, 'name' | 'type' | 'content' | 'source_url'>> {
	const uploaded = files.filter(({ field }) => field === 'file');
	if (uploaded.length > 0)
		return uploaded.map(({ name, type, content }) => ({ name, type, content, source_url: null }));
	const { file_url: url } = (body ?? {}) as { file_url?: string };
	if (!url) throw badField('file', 'or file_url is needed');
	if (!isUrl(url)) throw badField('file_url', 'is not a URL');
	return [
		{
			name: nameIn(url),
			type: 'text/plain',
			content: new TextEncoder().encode(url),
			source_url: url,
		},
	];
}

function storeFiles(
	context: RequestContext,
	more: Pick<FileRecord, 'account_id' | 'description'>,
): FileRecord[] {
	const { state } = context;
	return filesOf(context).map((file) => {
		const record = { ...file, ...more, id: state.newId('file') };
		state.files.set(record.id, record);
		return record;
	});
}

/**
 * The address leads to `/_simulated/files`. Like the signed addresses of Pylon it needs no token, and its last part is
 * one segment: `https://assets.usepylon.com/<id>%2F<milliseconds>-<name>?Expires=…&Signature=…`
 * (docs/pylon-api-notes.md#files).
 */
function present({ url, now }: RequestContext, { id, name, description }: FileRecord) {
	const signed = `Expires=${Math.floor((now + HOUR_MS) / 1000)}&Signature=simulated`;
	return {
		id,
		name,
		description,
		url: `${url}/_simulated/files/${id}%2F${now}-${encodeURIComponent(name)}?${signed}`,
	};
}

export const attachments = {
	createAttachment: (context) => {
		const { description = null } = context.body ?? {};
		if (context.files.length > 1) throw badField('file', 'only one file can be uploaded at once');
		const [file] = storeFiles(context, { account_id: null, description });
		return { data: present(context, file) };
	},
	uploadAccountFile: (context) => {
		const { id } = pathAccount(context);
		return {
			data: storeFiles(context, { account_id: id, description: null }).map((file) =>
				present(context, file),
			),
		};
	},
} satisfies Handlers;
