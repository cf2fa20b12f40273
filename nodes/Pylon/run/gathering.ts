/** One item that waits for the others. */
interface Waiting {
	input: unknown;
	resolve: (output: unknown) => void;
	reject: (error: unknown) => void;
}

/** The items that have joined under one key, and what is to be done for them. */
interface Group {
	work: (inputs: unknown[]) => Promise<unknown[]>;
	waiting: Waiting[];
}

/**
 * Lets the items of a run do something together that would cost each of them a request of its own. An item that joins waits
 * until every other item of the run has joined too or has ended; then one call does the work for all that wait.
 */
export class Gathering {
	private underWay = 0;

	private readonly groups = new Map<string, Group>();

	/**
	 * Counts an item as under way while it works. Every item must come here before the first of them ends.
	 * @param item does the item's work
	 * @returns what the work returns
	 * @throws what the work throws
	 */
	async during<T>(item: () => Promise<T>): Promise<T> {
		this.underWay++;
		try {
			return await item();
		} finally {
			this.left();
		}
	}

	/**
	 * Hands in the item's part of the common work, and waits until it is done.
	 * @param key names the work: items that join under the same key have it done together
	 * @param input this item's part
	 * @param work gets the inputs of all items that wait, and returns an output for each, in the same order
	 * @returns this item's output
	 * @throws what the work throws, to each of the items
	 */
	readonly join = async <I, O>(
		key: string,
		input: I,
		work: (inputs: I[]) => Promise<O[]>,
	): Promise<O> => {
		const group: Group = this.groups.get(key) ?? { work: work as Group['work'], waiting: [] };
		this.groups.set(key, group);
		const output = new Promise<unknown>((resolve, reject) =>
			group.waiting.push({ input, resolve, reject }),
		);
		this.left();
		try {
			return (await output) as O;
		} finally {
			this.underWay++;
		}
	};

	private left(): void {
		this.underWay--;
		if (this.underWay > 0) return;
		const groups = [...this.groups.values()];
		this.groups.clear();
		for (const group of groups) void finish(group);
	}
}

async function finish({ work, waiting }: Group): Promise<void> {
	try {
		const outputs = await work(waiting.map(({ input }) => input));
		waiting.forEach(({ resolve }, index) => resolve(outputs[index]));
	} catch (error) {
		for (const { reject } of waiting) reject(error);
	}
}
