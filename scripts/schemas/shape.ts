type TypeName = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/**
 * A JSON Schema, as far as n8n's editor reads one. The editor shows what lies in an object or a list only where `type` is
 * that one word, and of several types it shows the first. So null stands last, and an object or a list that may be null
 * is `nullable`.
 */
export interface OutputSchema {
	type?: TypeName | TypeName[];
	nullable?: true;
	properties?: Record<string, OutputSchema>;
	/** For an object whose keys are the workspace's own. */
	additionalProperties?: OutputSchema | true;
	items?: OutputSchema;
}

/** A key of a map, which stands for all its keys: those of the simulated Pylon are not those of a workspace. */
export const ANY_KEY = 'any key';

/** A value that may be anything. */
export const ANY_VALUE = 'any value';

/** The order in which they are written. */
const TYPES: TypeName[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

function typeOf(value: unknown): TypeName {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	const type = typeof value;
	if (type === 'object' || type === 'string' || type === 'number' || type === 'boolean')
		return type;
	throw new Error(`JSON has no ${type}`);
}

/** Collects which types of values were seen at one place, in any number of records. */
export class Shape {
	private readonly types = new Set<TypeName>();
	private readonly properties = new Map<string, Shape>();
	private items?: Shape;
	private isAnything = false;

	/**
	 * Takes in a value.
	 *
	 * @param value as the node returns it
	 * @throws Error when it is none of JSON's
	 */
	see(value: unknown): void {
		if (typeof value === 'string' && value.startsWith(ANY_VALUE)) {
			this.isAnything = true;
			return;
		}
		const type = typeOf(value);
		this.types.add(type);
		if (type === 'array')
			for (const entry of value as unknown[]) (this.items ??= new Shape()).see(entry);
		if (type !== 'object') return;
		for (const [key, entry] of Object.entries(value as object)) this.at(key).see(entry);
	}

	private at(key: string): Shape {
		const found = this.properties.get(key) ?? new Shape();
		this.properties.set(key, found);
		return found;
	}

	private take(other: Shape): void {
		this.isAnything ||= other.isAnything;
		for (const type of other.types) this.types.add(type);
		for (const [key, shape] of other.properties) this.at(key).take(shape);
		if (other.items) (this.items ??= new Shape()).take(other.items);
	}

	private get isMap(): boolean {
		return [...this.properties.keys()].some((key) => key.startsWith(ANY_KEY));
	}

	/** What any key of the map holds. */
	private get entries(): Shape {
		const all = new Shape();
		for (const shape of this.properties.values()) all.take(shape);
		return all;
	}

	/** @returns the schema that all that was seen fits */
	schema(): OutputSchema {
		if (this.isAnything) return {};
		const types = TYPES.filter((type) => this.types.has(type));
		const [type, ...others] = types;
		const isHolder = type === 'object' || type === 'array';
		const isNullable = isHolder && others.length === 1 && others[0] === 'null';
		return {
			type: types.length === 1 || isNullable ? type : types,
			...(isNullable && { nullable: true }),
			...(this.types.has('array') && { items: this.items?.schema() ?? {} }),
			...(this.types.has('object') && this.schemaOfObject()),
		};
	}

	private schemaOfObject(): OutputSchema {
		if (this.isMap) {
			const entries = this.entries.schema();
			return { additionalProperties: Object.keys(entries).length === 0 ? true : entries };
		}
		return {
			properties: Object.fromEntries(
				[...this.properties].map(([key, shape]) => [key, shape.schema()]),
			),
		};
	}
}
