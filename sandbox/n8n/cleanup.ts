type Step = () => Promise<void>;

/** Collects what has to be undone at the end. It is undone in reverse order. */
export class Cleanup {
	private readonly steps: Step[] = [];
	private running?: Promise<void>;

	/**
	 * Adds a step. It runs at once when the end has come already.
	 *
	 * @param step undoes what was just started or written
	 */
	async add(step: Step): Promise<void> {
		if (this.running) await step();
		else this.steps.push(step);
	}

	/**
	 * Undoes everything once; later calls wait for the same end.
	 *
	 * @throws AggregateError with what failed, after every step was tried
	 */
	async run(): Promise<void> {
		this.running ??= this.undo();
		await this.running;
	}

	private async undo(): Promise<void> {
		const errors: unknown[] = [];
		for (const step of this.steps.reverse()) {
			await step().catch((error: unknown) => errors.push(error));
		}
		if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('\n'));
	}
}
