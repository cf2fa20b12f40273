export const isFull = process.env.QUEUE_SIZE !== 'short';

/**
 * @param full what docs/proof.md tells of
 * @param short shows that the tests run
 */
const of = (full: number, short: number): number => (isFull ? full : short);

/** How much each test does. */
export const size = {
	/** Deliveries to one process: how many, changed on the way, and sent twice. */
	one: { deliveries: of(150, 20), tampered: of(8, 2), repeated: of(40, 6) },
	two: { deliveries: of(600, 30), tampered: of(30, 2), repeated: of(40, 8) },
	counted: of(60, 6),
	updates: {
		executions: of(8, 2),
		items: of(250, 30),
		perWindow: of(300, 20),
		windowMs: of(6000, 3000),
	},
	creates: of(150, 40),
	outage: { deliveries: of(60, 12), updates: of(100, 40), ms: 3000 },
	pylonAwayMs: of(20_000, 10_000),
	/** How often main is ended at a poll: by a crash, and politely. */
	polls: { kill: of(4, 1), stop: of(3, 1) },
	restart: of(20, 4),
	waiting: of(50, 20),
};

export const minutes = Number(process.env.QUEUE_MINUTES ?? 8);
