import type { BodyOf, Handlers, RequestContext } from '../context';
import { badField, notFound } from '../errors';
import { wholeList } from '../pagination';
import type { TrainingDataRecord, TrainingDocument } from '../records/content';
import { needText } from './shared';

interface Container {
	training_data_id?: string;
	training_data_name?: string;
	visibility?: TrainingDataRecord['visibility'];
}

/** "1-10 files, 50 MB each, 100 MB in all; PDF, text, Markdown, CSV, JSON or images" (openapi.yaml). */
const MOST_BYTES_PER_FILE = 50 * 1024 * 1024;
const MOST_BYTES = 100 * 1024 * 1024;
const FILE_TYPES = /^(image\/.+|application\/(pdf|json)|text\/(plain|markdown|csv))(;|$)/;

function pathContainer({ state, params }: RequestContext): TrainingDataRecord {
	const container = state.trainingData.get(params.id);
	if (!container) throw notFound('Training data');
	return container;
}

function present(container: TrainingDataRecord) {
	return {
		...container,
		documents: container.documents.map((document) => ({
			...document,
			s3_key: `training-data/${document.id}`,
		})),
		exclude_from_kb_search: false,
		scrape_status: null,
		type: 'file',
	};
}

function newContainer(
	{ state, timestamp }: RequestContext,
	name: string,
	visibility: Container['visibility'],
): TrainingDataRecord {
	return {
		id: state.newId('trainingData'),
		name: needText('training_data_name', name),
		visibility: visibility ?? 'everyone',
		documents: [],
		created_at: timestamp,
		updated_at: timestamp,
	};
}

/**
 * Where an upload goes. That a name which does not exist yet makes a new container, and that the visibility counts only
 * then, is an assumption: openapi.yaml says only to give training_data_id or training_data_name.
 *
 * @throws ApiError 400 when the body has not exactly one of them, and for an id that does not exist
 */
function containerOf(context: RequestContext, body: Container): TrainingDataRecord {
	const { training_data_id: id, training_data_name: name } = body;
	if ((id === undefined) === (name === undefined))
		throw badField('training_data_id', 'or training_data_name is needed, one of them');
	if (name !== undefined)
		return (
			context.state.trainingData.find('name', name) ?? newContainer(context, name, body.visibility)
		);
	const container = context.state.trainingData.get(id as string);
	if (!container) throw badField('training_data_id', `training data "${id}" not found`);
	return container;
}

/** Adds documents; one with the external ID of an earlier document takes its place (undocumented). */
function addDocuments(
	context: RequestContext,
	container: TrainingDataRecord,
	added: Array<Omit<TrainingDocument, 'id'>>,
) {
	const { state, timestamp } = context;
	const replaced = new Set(added.flatMap(({ external_id }) => external_id ?? []));
	const kept = container.documents.filter(
		({ external_id }) => external_id === null || !replaced.has(external_id),
	);
	const documents = [
		...kept,
		...added.map((document) => ({ ...document, id: state.newId('document') })),
	];
	const changed = { ...container, documents, updated_at: timestamp };
	state.trainingData.set(changed.id, changed);
	return { data: present(changed) };
}

function uploadFiles(context: RequestContext<BodyOf<'uploadTrainingDataFiles'>>) {
	const { files } = context;
	const body = context.body;
	const parts = files.filter(({ field }) => field === 'files');
	if (parts.length === 0) throw badField('files', 'has no file');
	for (const list of ['external_ids', 'file_names'] as const) {
		if (body[list] && body[list].length !== parts.length)
			throw badField(list, 'needs one entry per file');
	}
	const added = parts.map(({ name, type, content }, index) => {
		const file_name = body.file_names?.[index] ?? name;
		if (!FILE_TYPES.test(type))
			throw badField('files', `"${file_name}" is of the type ${type}, which is not taken`);
		if (content.length > MOST_BYTES_PER_FILE)
			throw badField('files', `"${file_name}" is larger than 50 MB`);
		return {
			file_name,
			file_type: type,
			file_size: content.length,
			external_id: body.external_ids?.[index] ?? null,
		};
	});
	if (added.reduce((sum, { file_size }) => sum + file_size, 0) > MOST_BYTES)
		throw badField('files', 'are larger than 100 MB');
	return addDocuments(context, containerOf(context, body), added);
}

export const trainingData = {
	listTrainingData: ({ state }) => wholeList(state.trainingData.newestFirst().map(present)),
	getTrainingData: (context) => ({ data: present(pathContainer(context)) }),
	createTrainingData: (context) => {
		const { training_data_name: name = '', visibility } = context.body;
		// Pylon's specification requires nothing; stricter reading.
		const container = newContainer(context, name, visibility);
		context.state.trainingData.set(container.id, container);
		return { data: present(container) };
	},
	uploadTrainingDataFiles: uploadFiles,
	uploadTrainingDataFileContent: (context) => {
		const body = context.body;
		const content = needText('content', body.content ?? '');
		const file_name = needText('file_name', body.file_name ?? '');
		return addDocuments(context, containerOf(context, body), [
			{
				file_name,
				file_type: 'text/plain',
				file_size: Buffer.byteLength(content),
				external_id: body.external_id ?? null,
			},
		]);
	},
	deleteTrainingDataDocuments: (context) => {
		const container = pathContainer(context);
		const { document_ids: ids = [], external_ids: externalIds = [] } = context.query as {
			document_ids?: string[];
			external_ids?: string[];
		};
		// What happens without either is not documented: refused here.
		if (ids.length + externalIds.length === 0)
			throw badField('document_ids', 'or external_ids is needed');
		const documents = container.documents.filter(
			({ id, external_id }) =>
				!ids.includes(id) && !(external_id !== null && externalIds.includes(external_id)),
		);
		context.state.trainingData.set(container.id, {
			...container,
			documents,
			updated_at: context.timestamp,
		});
		return { deleted_count: container.documents.length - documents.length };
	},
} satisfies Handlers;
