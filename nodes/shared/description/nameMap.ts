interface Named {
	name: string;
	value: string;
}

/**
 * @param options the options of a selector, or any values with their names
 * @returns an object literal for an n8n expression, from each value to its name
 */
export const nameMap = (options: Named[]): string =>
	`(${JSON.stringify(Object.fromEntries(options.map(({ name, value }) => [value, name])))})`;
