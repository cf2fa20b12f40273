import type { IDataObject, IHttpRequestMethods, ILoadOptionsFunctions } from 'n8n-workflow';
import { templateOf } from '../../shared/api/endpoints';
import { askPylon as ask, type EditorPage } from '../../shared/client/editorClient';

export type { EditorPage } from '../../shared/client/editorClient';

/** What the editor asks of Pylon. */
export interface EditorRequest {
	/** Path with its values in place, percent-encoded. */
	path: string;
	/** Default GET. */
	method?: IHttpRequestMethods;
	qs?: IDataObject;
	body?: IDataObject;
	/** Whether the answer is one record, and a 404 stands for none. */
	one?: boolean;
}

/** `askPylon` of the client for requests as the kinds of record make them. */
export async function askPylon(context: ILoadOptionsFunctions, request: EditorRequest): Promise<EditorPage> {
	const { path, method, qs, body, one } = request;
	return await ask(context, { method, template: templateOf(path), path, query: qs, body }, { one });
}
