/** How much each test does: `full` is what docs/proof.md tells of, `short` shows that the tests run. */
const SIZES = {
	full: { dripMs: 10 * 60_000, bombs: 40 },
	short: { dripMs: 2 * 60_000, bombs: 10 },
};

export const isFull = process.env.SECURITY_SIZE !== 'short';
export const size = SIZES[isFull ? 'full' : 'short'];

/** Decides which HTML is sent; the same in every run. */
export const SEED = 20_261_128;
