import { withPylon } from '../../../../support/pylon';
import { askedOf } from './conversations';

export const pylon = withPylon({ checkReplies: true });

/** @returns how many requests of an operation the simulated Pylon received */
export const count = (operation: string) =>
	askedOf(pylon.sim).filter((asked) => asked === operation).length;
