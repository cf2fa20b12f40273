import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { shown, wrongInput } from './values';

/**
 * @param context of the item
 * @param value of the parameter; text that is a number counts as one
 * @param displayName of the parameter
 * @param range the smallest and the greatest that it may be
 * @throws NodeOperationError when it is no whole number of the range
 */
export function toWholeNumber(
	context: IExecuteSingleFunctions,
	value: unknown,
	displayName: string,
	[min, max]: [min: number, max: number],
): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number;
	throw wrongInput(
		context,
		`'${displayName}' has to be a whole number from ${min} to ${max}`,
		`It is ${shown(value)}. Change '${displayName}', or remove it if it is optional.`,
	);
}
