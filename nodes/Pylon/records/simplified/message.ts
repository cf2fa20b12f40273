import type { IDataObject } from 'n8n-workflow';
import { listOf, partOf, personOf, pick } from './simplifyHelpers';

/**
 * @param message as Pylon sent it (openapi.yaml, `Message`)
 * @param withNames whether names were looked up (`records/addNames.ts`)
 * @returns the fields of a message that people use, without nesting; `author_type` is user, contact or null
 */
export function simplifyMessage(message: IDataObject, withNames = false): IDataObject {
	const { type, person } = personOf(message.author);
	return {
		...pick(message, 'id', 'timestamp'),
		author_type: type,
		author_id: partOf(person, 'id'),
		author_name: partOf(message.author, 'name') ?? partOf(person, 'name'),
		...(withNames && { author_email: partOf(person, 'email') }),
		...pick(message, 'is_private', 'source', 'message_html'),
		file_urls: listOf(message.file_urls),
		...pick(message, 'thread_id'),
	};
}
