import type { IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import {
	emptyInput,
	isBlankList,
	readChoice,
	readList,
	readIds,
	readNumber,
	readSwitch,
	readText,
	readWholeNumber,
	WrongInput,
	type Choice,
	type JsonObject,
} from '../shared/input';
import { properties } from './description';
import { additionalOptions } from './description/additionalOptions';

export type Context = IWebhookFunctions | IHookFunctions;

const OPTIONS = additionalOptions.options as INodeProperties[];

/**
 * Reads the node's parameters, each by the reader of its kind. Labels, choices, limits and defaults are those of the
 * description, so that they are written once. Each method takes the name of a parameter or of an option, and throws
 * `WrongInput` where its value cannot be used; an option that was added and left empty is refused too, since it would not
 * do what it says.
 */
export class Parameters {
	private readonly added: JsonObject;

	constructor(private readonly context: Context) {
		this.added = (context.getNodeParameter('additionalOptions', {}) ?? {}) as JsonObject;
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns its text, without white space around it
	 * @throws WrongInput when it is no text
	 */
	text(name: string): string {
		const { value, displayName, isDefault } = this.given(name);
		return isDefault ? String(value) : readText(value, displayName);
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns its entries; none when the option was not added
	 * @throws WrongInput when it was added and left empty, or is no list
	 */
	list(name: string): string[] {
		const { value, displayName, isDefault } = this.given(name);
		if (!isDefault && isBlankList(value)) throw emptyInput(displayName);
		return readList(value, displayName);
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns its IDs; none when the option was not added
	 * @throws WrongInput when it was added and left empty, is no list, or has an entry that cannot be an ID
	 */
	ids(name: string): string[] {
		return readIds(this.list(name), this.given(name).displayName);
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns whether it is on
	 * @throws WrongInput when it is neither on nor off
	 */
	switch(name: string): boolean {
		const { value, displayName } = this.given(name);
		return readSwitch(value, displayName);
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns the chosen value
	 * @throws WrongInput when it is none of the choices
	 */
	choice<T extends string>(name: string): T {
		const { value, displayName, property } = this.given(name);
		return readChoice(value, displayName, property.options as Array<Choice<T>>);
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns the chosen values
	 * @throws WrongInput when one is none of the choices
	 */
	choices(name: string): string[] {
		const { value, displayName, property } = this.given(name);
		return readList(value, displayName).map((one) =>
			readChoice(one, displayName, property.options as Array<Choice<string>>),
		);
	}

	/**
	 * @param name the name of a parameter or an option
	 * @returns its number, in the unit that the label names; with decimals where the description has a precision
	 * @throws WrongInput when it is no number, has decimals where none may be, or is out of range
	 */
	number(name: string): number {
		const { value, displayName, property } = this.given(name);
		const {
			minValue = -Infinity,
			maxValue = Infinity,
			numberPrecision,
		} = property.typeOptions ?? {};
		const advice = `Change '${displayName}' under 'Options'.`;
		if (numberPrecision === undefined)
			return readWholeNumber(value, displayName, [minValue, maxValue], advice);
		const number = readNumber(value, displayName);
		if (number >= minValue && number <= maxValue) return number;
		throw new WrongInput(
			`'${displayName}' has to be from ${minValue} to ${maxValue}`,
			`It is ${number}. ${advice}`,
		);
	}

	private given(name: string) {
		const option = OPTIONS.find((one) => one.name === name);
		const property = option ?? properties.find((one) => one.name === name);
		if (property === undefined) throw new Error(`The Pylon Trigger has no parameter '${name}'`);
		const isDefault = option !== undefined && !Object.hasOwn(this.added, name);
		const { default: standard, displayName } = property;
		const value: unknown =
			option === undefined
				? this.context.getNodeParameter(name, standard as string)
				: isDefault
					? standard
					: this.added[name];
		return { property, displayName, value, isDefault };
	}
}
