import fc from 'fast-check';

import { SECOND } from './bench';
import type { World } from './world';

/** How late Pylon shows something at most. */
export const LATEST_MS = 60 * SECOND;

export const STATES = ['open', 'waiting_on_you', 'on_hold', 'closed'];

const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: LATEST_MS }));
const index = fc.nat(20);
const state = fc.constantFrom(...STATES);

/** Something that happens to Pylon's records, by how often it does. */
export const changes = [
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), late, state }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('edit' as const), index, late, state }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), index, late }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), index }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), index, late }) },
] as const;

export type Change =
	(typeof changes)[number]['arbitrary'] extends fc.Arbitrary<infer T> ? T : never;

/**
 * Carries out a change; anything else is none.
 * @param world whose records are changed
 * @param one a change of `changes`, or what else a case does
 */
export function act(
	world: World,
	one: Change | { do: 'fail' | 'pass' | 'poll' | 'restart' | 'skew' },
): void {
	if (one.do === 'create') world.createIssue(one.late, one.state);
	if (one.do === 'edit') world.editIssue(one.index, one.late, { state: one.state });
	if (one.do === 'write') world.writeMessage(one.index, one.late);
	if (one.do === 'delete') {
		world.deleteIssue(one.index);
		world.deleteRecord(one.index);
	}
	if (one.do === 'add') {
		world.respond(one.index, one.late);
		world.createAccount(one.late);
		world.createContact();
	}
}
