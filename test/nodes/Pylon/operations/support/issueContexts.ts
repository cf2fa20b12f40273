import { withPylon } from '../../../../support/pylon';
import { askedOf } from './conversations';

export const pylon = withPylon({ checkReplies: true });

/**
 * @param operation its ID in openapi.yaml
 * @returns how many requests of it the simulated Pylon received
 */
export const count = (operation: string) =>
	askedOf(pylon.sim).filter((asked) => asked === operation).length;
