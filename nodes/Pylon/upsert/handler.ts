import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { fieldText } from '../../shared/client/envelope';
import { applyListChanges } from '../parameters/lists/listChange';
import { bodyOf, wrongInput } from '../parameters/values';
import { errorOfItem, errorDetails } from '../../shared/client/errors';
import type { Call, Handler, OperationSlots } from '../run/operationPlan';
import { ambiguous, chosen, type Match } from './choice';
import { has, named, type IdentifierValue, type UpsertKind } from './upsertKind';
import { holdsAll } from './holdsAll';
import type { RecordCache } from './recordCache';
import { sharedByItems, type LookUps } from './lookUps';
import { identifiersGiven, upsertInput, type UpsertInput } from './upsertInput';

interface Outcome {
	record: IDataObject;
	created: boolean;
	/** The identifiers that could not be added, and why. */
	more?: IDataObject;
}

/** The creation or update of one item's record. */
class Upsert {
	constructor(
		private readonly call: Call,
		private readonly kind: UpsertKind,
		private readonly cache: RecordCache,
		private readonly lookUps: LookUps,
		private readonly input: UpsertInput,
	) {}

	async run(): Promise<Outcome> {
		const { matchBy } = this.input;
		const unclear = this.cache.unclearOf(matchBy);
		if (unclear !== undefined) throw errorOfItem(unclear, this.call.context.getItemIndex());
		const { context } = this.call;
		const found = chosen(context, this.kind.record, this.input.strategy, await this.matches());
		if (found !== undefined) {
			const id = fieldText(found.id);
			// By then, another item may have changed the record, or tried to.
			return await this.update(id, async () => this.cache.latest(id) ?? (await this.read(id)));
		}
		const created = await this.create();
		if ('existsId' in created) {
			const { existsId, refusal } = created;
			return await this.update(existsId, async () => await this.readFound(existsId, refusal));
		}
		this.cache.keep(created.record);
		return { ...created, created: true };
	}

	/**
	 * The records that the identifiers find. With 'All Identifiers Must Agree', the first identifier that finds a record is
	 * enough, since Pylon refuses one that belongs to another record; identifiers that a search finds go first, for one search
	 * serves up to a hundred items. Otherwise the order of the identifiers decides.
	 */
	private async matches(): Promise<Match[]> {
		const { call, kind, cache, lookUps, input } = this;
		const isSearched = ({ identifier }: IdentifierValue) => kind.searched.includes(identifier.name);
		const matchBy =
			input.strategy === 'allAgree'
				? [...input.matchBy].sort(
						(one, other) => Number(isSearched(other)) - Number(isSearched(one)),
					)
				: input.matchBy;
		const matches: Match[] = [];
		if (kind.findsAllAtOnce) await lookUps.ensure(call, matchBy);
		for (const given of matchBy) {
			if (matches.length === 0) await lookUps.ensure(call, [given]);
			const records = cache.having(given);
			if (records.length > 0) matches.push({ given, records });
		}
		return matches;
	}

	/** The identifiers that the record is to have; it may have some of them already. */
	private additions(): IdentifierValue[] {
		const { matchBy, others, strategy } = this.input;
		return strategy === 'firstOnly' ? others : [...others, ...matchBy];
	}

	private bodyFor(record: IDataObject | undefined, additions: IdentifierValue[]): IDataObject {
		const { context, request } = this.call;
		const body = { ...bodyOf(request) };
		applyListChanges(context, body, record ?? {});
		for (const given of additions) {
			if (record === undefined || !has(record, given))
				given.identifier.addTo(body, given.value, record, context);
		}
		if (record !== undefined && body.name === record.name) delete body.name;
		return body;
	}

	/** @returns the new record, or Pylon's refusal with the ID of one that has an identifier of it already */
	private async create(): Promise<
		{ record: IDataObject } | { existsId: string; refusal: unknown }
	> {
		const { context, request, sendForRecord } = this.call;
		const { noun } = this.kind.record;
		const { matchBy, others, strategy } = this.input;
		const body = this.bodyFor(undefined, [
			...others,
			...(strategy === 'firstOnly' ? matchBy.slice(0, 1) : matchBy),
		]);
		if (body.name === undefined) {
			throw wrongInput(
				context,
				`There is no ${noun} with the ${matchBy.map(named).join(', ')}, and 'Name' is empty`,
				`Fill in 'Name': without it, Pylon creates no ${noun}.`,
			);
		}
		return await sendForRecord({ ...request, body }).then(
			(record) => ({ record }),
			(error: unknown) => {
				const { existsId, maybeProcessed } = errorDetails(error);
				if (existsId !== undefined) return { existsId, refusal: error };
				if (maybeProcessed === true) this.cache.noteUnclear(matchBy, error);
				throw error;
			},
		);
	}

	private async read(id: string): Promise<IDataObject> {
		return await this.call.sendForRecord(this.kind.byId(id));
	}

	/**
	 * Reads a record that somebody else has created in the meantime. One that only has an identifier by which the user does not
	 * match is another record.
	 */
	private async readFound(id: string, refusal: unknown): Promise<IDataObject> {
		const record = await this.read(id);
		if (this.input.matchBy.some((given) => has(record, given))) return record;
		throw refusal;
	}

	private async write(record: IDataObject, additions: IdentifierValue[]): Promise<IDataObject> {
		const body = this.bodyFor(record, additions);
		if (holdsAll(record, body)) return record;
		return await this.call.sendForRecord({
			method: 'PATCH',
			...this.kind.byId(fieldText(record.id)),
			body,
		});
	}

	/**
	 * Changes the record; sends nothing when nothing changes. Items that have found the record by different identifiers do this
	 * one after the other, since Pylon takes whole lists only.
	 */
	private async update(id: string, read: () => Promise<IDataObject>): Promise<Outcome> {
		return await this.cache.locks.withLock([`id ${id}`], async () => {
			const record = await read();
			const outcome = await this.write(record, this.additions())
				.then(
					(changed) => ({ record: changed, created: false }),
					async (refusal: unknown) => await this.afterRefusal(record, refusal),
				)
				.catch((error: unknown) => {
					if (error instanceof NodeApiError) this.cache.drop(record);
					throw error;
				});
			this.cache.keep(outcome.record);
			return outcome;
		});
	}

	/** Finds out whether Pylon has refused the update because an identifier belongs to another record. */
	private async afterRefusal(record: IDataObject, refusal: unknown): Promise<Outcome> {
		const { matchBy, others, strategy } = this.input;
		const { existsId, status } = errorDetails(refusal);
		const added = strategy === 'firstOnly' ? [] : matchBy.filter((given) => !has(record, given));
		if (status !== 400 || added.length === 0) throw refusal;
		if (strategy === 'firstAddOthers') {
			const changed = await this.write(record, others);
			const more = {
				identifiersNotAdded: added.filter((given) => !has(changed, given)).map(named),
				notAddedBecause: (refusal as Error).message,
			};
			return { record: changed, created: false, more };
		}
		if (existsId === undefined || existsId === record.id) throw refusal;
		const owner = await this.read(existsId);
		this.cache.learn([], [owner]);
		if (!added.some((given) => has(owner, given))) throw refusal;
		throw ambiguous(this.call.context, this.kind.record, matchBy, [record, owner]);
	}
}

/**
 * Creates the record, or updates the one that has the identifiers: a look-up, which the items of a run share, and a request
 * that writes. Where Pylon refuses to create, since another execution was faster and a record has one of the identifiers
 * to match by, that record is updated. Items of one run that share an identifier go one after the other.
 */
const upserting =
	(kind: UpsertKind): Handler =>
	async (call) => {
		const { context } = call;
		const input = upsertInput.need(call);
		const all = [...input.matchBy, ...input.others];
		const { cache, lookUps } = sharedByItems(context, kind);
		const { record, created, more } = await cache.locks.withLock(
			all.map(({ key }) => key),
			async () =>
				await new Upsert(call, kind, cache, lookUps, input)
					.run()
					.catch((error: unknown) => {
						// After a failed request it is not known what Pylon has.
						if (error instanceof NodeApiError) cache.forget(all);
						throw error;
					})
					.finally(() => lookUps.notToAsk(input.matchBy)),
		);
		return [{ json: { ...record, created, ...more } }];
	};

/**
 * @param kind the kind of record that is created or updated
 * @returns the slots of 'Create or Update', whose declared request is the one that creates. The output is the record with
 * `created` beside its fields.
 */
export const upsertOf = (kind: UpsertKind): Pick<OperationSlots, 'validate' | 'run'> => ({
	validate: [identifiersGiven(kind)],
	run: upserting(kind),
});
