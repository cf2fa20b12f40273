import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { readSwitch } from '../../../shared/input';
import { parameterOnce } from '../../run/parameter';

/** Display name of the parameter `addNames`. */
export const ADD_NAMES = 'Add Names';

/**
 * @param context of the item
 * @returns whether names are to be looked up
 * @throws WrongInput when 'Add Names' is neither true nor false
 */
export const wantsNames = (context: IExecuteSingleFunctions): boolean =>
	readSwitch(parameterOnce(context, 'addNames', false), ADD_NAMES);
