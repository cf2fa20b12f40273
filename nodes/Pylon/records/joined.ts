import type { IDataObject } from 'n8n-workflow';

/**
 * @param operator what holds of the conditions together
 * @param conditions as Pylon's searches take them (openapi.yaml, `Filter`)
 * @returns a filter: the one condition itself, of several a group
 */
export function joined(operator: 'and' | 'or', conditions: IDataObject[]): IDataObject {
	const [first, ...others] = conditions;
	return first !== undefined && others.length === 0 ? first : { operator, subfilters: conditions };
}
