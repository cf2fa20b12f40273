import type { BodyOf, Handlers, RequestContext } from '../context';
import { newCustomFields, writeCustomFields } from '../customFields';
import { defined } from '../defined';
import { ApiError, badField, notFound } from '../errors';
import { wholeList } from '../pagination';
import type { FeatureRequestEvidence, FeatureRequestRecord } from '../records/work';
import type { State } from '../state';
import { needRecord, needText } from './shared';

/** `GET /custom-fields` does not have this object type (openapi.yaml), though feature requests have custom fields. */
const OBJECT_TYPE = 'feature_request';

/** Page size of a search that names none. */
const DEFAULT_LIMIT = 100;

function pathRequest({ state, params }: RequestContext): FeatureRequestRecord {
	const request = state.featureRequests.get(params.id);
	if (!request) throw notFound('Feature request');
	return request;
}

/** What stands for the evidence unless it is asked for is not documented; here null. */
function present({ evidence, ...rest }: FeatureRequestRecord, withEvidence = false) {
	return { ...rest, evidence: withEvidence ? evidence : null, evidence_count: evidence.length };
}

const accountsOf = ({ evidence }: FeatureRequestRecord): string[] => [
	...new Set(evidence.flatMap(({ account_id }) => (account_id === null ? [] : [account_id]))),
];

/** Pylon looks for evidence with AI; here the issues whose title contains the request's title will do. */
function findEvidence(state: State, title: string): FeatureRequestEvidence[] {
	const found = state.issues
		.newestFirst()
		.filter((issue) => issue.title.toLowerCase().includes(title.toLowerCase()));
	return found.map((issue) => ({
		account_id: issue.account_id,
		external_url: null,
		source_id: issue.id,
		source_type: 'issue',
		summary: issue.title,
	}));
}

function createRequest({ state, body, timestamp }: RequestContext<BodyOf<'createFeatureRequest'>>) {
	const { title, description = null, should_auto_fetch_evidence } = body;
	needText('title', title);
	const request: FeatureRequestRecord = {
		title,
		description,
		request_status: 'new',
		custom_fields: newCustomFields(state, OBJECT_TYPE, undefined),
		evidence: should_auto_fetch_evidence ? findEvidence(state, title) : [],
		portal_visible_to_account_ids: [],
		id: state.newId('featureRequest'),
		created_at: timestamp,
		updated_at: timestamp,
	};
	state.featureRequests.set(request.id, request);
	return { data: present(request) };
}

function searchRequests({ state, body }: RequestContext<BodyOf<'searchFeatureRequests'>>) {
	const { query = '', account_ids, request_statuses, limit = DEFAULT_LIMIT } = body ?? {};
	const text = query.trim().toLowerCase();
	const found = state.featureRequests
		.newestFirst()
		.filter(
			(request) =>
				(!account_ids?.length || accountsOf(request).some((id) => account_ids.includes(id))) &&
				(!request_statuses?.length || request_statuses.includes(request.request_status)) &&
				`${request.title} ${request.description ?? ''}`.toLowerCase().includes(text),
		);
	const data = found.slice(0, limit).map((request) => {
		const { evidence, ...rest } = request;
		return { ...rest, account_ids: accountsOf(request), evidence_count: evidence.length };
	});
	return wholeList(data);
}

/**
 * Evidence moves to the survivor, and the sources are archived (openapi.yaml, `mergeFeatureRequests`). How a merge
 * fails half-way is not documented; here everything is checked first.
 */
function mergeRequests({ state, body, timestamp }: RequestContext<BodyOf<'mergeFeatureRequests'>>) {
	const { merge_into_feature_request_id: survivorId, merge_feature_request_ids: ids } = body;
	const survivor = state.featureRequests.get(survivorId);
	if (!survivor) throw notFound('Feature request');
	if (ids.includes(survivorId))
		throw badField('merge_feature_request_ids', 'contains merge_into_feature_request_id');
	if (new Set(ids).size < ids.length)
		throw badField('merge_feature_request_ids', 'has an id twice');
	const sources = ids.map((id) => {
		const source = state.featureRequests.get(id);
		if (!source)
			throw new ApiError(404, `Feature request not found! (merge_feature_request_ids, "${id}")`, {
				code: 'not_found',
			});
		return source;
	});
	for (const source of sources) {
		state.featureRequests.set(source.id, {
			...source,
			evidence: [],
			request_status: 'archived',
			updated_at: timestamp,
		});
	}
	const evidence = [...survivor.evidence, ...sources.flatMap((source) => source.evidence)];
	const merged = { ...survivor, evidence, updated_at: timestamp };
	state.featureRequests.set(survivorId, merged);
	return { data: present(merged) };
}

function setVisibility(context: RequestContext<BodyOf<'setFeatureRequestPortalVisibility'>>) {
	const { state, timestamp } = context;
	const current = pathRequest(context);
	const { account_ids, visible } = context.body;
	for (const id of account_ids) needRecord(state.accounts, 'account_ids', id, 'account');
	const others = current.portal_visible_to_account_ids.filter((id) => !account_ids.includes(id));
	const request = {
		...current,
		portal_visible_to_account_ids: visible ? [...others, ...new Set(account_ids)] : others,
		updated_at: timestamp,
	};
	state.featureRequests.set(request.id, request);
	return { data: present(request) };
}

export const featureRequests = {
	createFeatureRequest: createRequest,
	searchFeatureRequests: searchRequests,
	mergeFeatureRequests: mergeRequests,
	setFeatureRequestPortalVisibility: setVisibility,
	getFeatureRequest: (context) => ({
		data: present(pathRequest(context), context.query.fetch_evidence === true),
	}),
	updateFeatureRequest: (context) => {
		const { state, timestamp } = context;
		const current = pathRequest(context);
		const { request_status, custom_fields } = context.body;
		if (request_status !== undefined)
			needRecord(state.featureRequestStatuses, 'request_status', request_status, 'status');
		const changes = defined({
			request_status,
			custom_fields:
				custom_fields &&
				writeCustomFields(state, OBJECT_TYPE, current.custom_fields, custom_fields),
		});
		const request = { ...current, ...changes, updated_at: timestamp };
		state.featureRequests.set(request.id, request);
		return { data: present(request) };
	},
	deleteFeatureRequest: (context) => {
		context.state.featureRequests.delete(pathRequest(context).id);
		return {};
	},
} satisfies Handlers;
