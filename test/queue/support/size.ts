/** How much each test does: `full` is what docs/proof.md tells of, `short` shows that the tests run. */
const SIZES = {
	full: {
		/** Deliveries to one process: how many, changed on the way, and sent twice. */
		one: { deliveries: 150, tampered: 8, repeated: 40 },
		two: { deliveries: 600, tampered: 30, repeated: 40 },
		counted: 60,
		updates: { executions: 8, items: 250, perWindow: 300, windowMs: 6000 },
		creates: 150,
		outage: { deliveries: 60, updates: 100, ms: 3000 },
		pylonAwayMs: 20_000,
		/** How often main is ended at a poll: by a crash, and politely. */
		polls: { kill: 4, stop: 3 },
		restart: 20,
		waiting: 50,
	},
	short: {
		one: { deliveries: 20, tampered: 2, repeated: 6 },
		two: { deliveries: 30, tampered: 2, repeated: 8 },
		counted: 6,
		updates: { executions: 2, items: 30, perWindow: 20, windowMs: 3000 },
		creates: 40,
		outage: { deliveries: 12, updates: 40, ms: 3000 },
		pylonAwayMs: 10_000,
		polls: { kill: 1, stop: 1 },
		restart: 4,
		waiting: 20,
	},
};

export const isFull = process.env.QUEUE_SIZE !== 'short';
export const size = SIZES[isFull ? 'full' : 'short'];
export const minutes = Number(process.env.QUEUE_MINUTES ?? 8);
