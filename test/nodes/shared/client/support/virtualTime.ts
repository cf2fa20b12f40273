import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

import { clock } from '../../../../../nodes/shared/client/clock';

export interface VirtualTime {
	/** Every wait that was asked for, in ms, in order. */
	readonly waits: number[];
	now(): number;
	/** Lets time pass. */
	advance(ms: number): void;
	/** Called at the begin of each wait. */
	onWait?: (ms: number) => void;
	restore(): void;
}

interface Sleeper {
	until: number;
	wake: () => void;
}

/** Shared by all clocks of a process: what the transport remembers about limits must never lie in the future of the next. */
let latest = Date.parse('2026-11-20T12:00:00Z');

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** A server that sends so few bytes at a time, so often, never comes to an end: see the simulated Pylon's `drip-…` faults. */
const DRIP_BYTES = 8;
const DRIPS = 3;

/** How many turns of the event loop n8n may need between an answer and what it does with it. */
const QUIET_TURNS = 8;

/**
 * Puts the transport's clock aside: time stands still while anything is under way, and when all of it only waits, it
 * leaps to the end of the shortest wait; an answer that drips for ever waits for its deadline.
 * @param fraction what `random` always returns, from 0 to 1, so that waits are exact
 * @returns the clock, the waits so far, and what puts the transport's own clock back
 */
export function virtualTime(fraction = 0): VirtualTime {
	const real = { ...clock };
	latest += 24 * 60 * 60_000;
	const waits: number[] = [];
	const sleepers = new Set<Sleeper>();
	const underWay = new Set<ClientRequest>();
	const dripping = new Set<ClientRequest>();
	const deadlines = new Set<{ until: number; controller: AbortController }>();
	let isLeaping = false;

	/** Tells when the answer to a request drips. */
	const watch = (request: ClientRequest, socket: Socket) => {
		let drips = 0;
		const look = (chunk: Buffer) => {
			drips = chunk.length <= DRIP_BYTES ? drips + 1 : 0;
			if (drips < DRIPS || !underWay.has(request) || dripping.has(request)) return;
			dripping.add(request);
			void leap();
		};
		socket.on('data', look);
		request.once('close', () => socket.off('data', look));
	};

	const started = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		underWay.add(request);
		if (request.socket === null) request.once('socket', (socket) => watch(request, socket));
		else watch(request, request.socket);
		request.once('close', () => {
			underWay.delete(request);
			dripping.delete(request);
		});
	};
	subscribe('http.client.request.start', started);

	const leap = async () => {
		if (isLeaping) return;
		isLeaping = true;
		for (
			let quiet = 0;
			sleepers.size > 0 || dripping.size > 0;
			quiet = underWay.size > dripping.size ? 0 : quiet + 1
		) {
			await turn();
			if (quiet < QUIET_TURNS) continue;
			quiet = 0;
			const ends = [...sleepers, ...(dripping.size > 0 ? deadlines : [])].map(({ until }) => until);
			if (ends.length === 0) break;
			latest = Math.max(latest, Math.min(...ends));
			for (const sleeper of sleepers) if (sleeper.until <= latest) sleeper.wake();
			for (const deadline of deadlines) {
				if (deadline.until > latest) continue;
				deadlines.delete(deadline);
				deadline.controller.abort();
			}
		}
		isLeaping = false;
	};

	const time: VirtualTime = {
		waits,
		now: () => latest,
		advance: (ms) => {
			latest += ms;
		},
		restore: () => {
			unsubscribe('http.client.request.start', started);
			Object.assign(clock, real);
		},
	};
	clock.now = () => latest;
	clock.random = () => fraction;
	clock.deadline = (ms) => {
		const controller = new AbortController();
		deadlines.add({ until: latest + ms, controller });
		return controller.signal;
	};
	clock.sleep = async (ms, signal) => {
		if (ms <= 0) return await turn();
		waits.push(ms);
		const slept = new Promise<void>((resolve) => {
			const sleeper: Sleeper = {
				until: latest + ms,
				wake: () => {
					sleepers.delete(sleeper);
					resolve();
				},
			};
			sleepers.add(sleeper);
			signal?.addEventListener('abort', sleeper.wake, { once: true });
		});
		time.onWait?.(ms);
		void leap();
		await slept;
		if (signal?.aborted) throw new Error('aborted');
	};
	return time;
}

/**
 * Puts the transport's clock aside in every test of a file or `describe` block, as `virtualTime` does.
 * @param fraction see `virtualTime`
 * @returns the clock of the running test; its fields throw outside of tests, where no such clock is there
 */
export function withVirtualTime(fraction = 0): VirtualTime {
	let running: VirtualTime | undefined;
	const time = (): VirtualTime => {
		if (!running) throw new Error('Virtual time runs inside tests only');
		return running;
	};
	beforeEach(() => {
		running = virtualTime(fraction);
	});
	afterEach(() => {
		running?.restore();
		running = undefined;
	});
	return {
		get waits() {
			return time().waits;
		},
		now: () => time().now(),
		advance: (ms) => time().advance(ms),
		set onWait(onWait: VirtualTime['onWait']) {
			time().onWait = onWait;
		},
		restore: () => time().restore(),
	};
}
