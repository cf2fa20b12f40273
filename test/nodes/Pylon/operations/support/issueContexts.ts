import { withPylon } from '../../../../support/pylon';
import { askedOf } from './conversations';

export const pylon = withPylon({ checkReplies: true });

export const count = (operation: string) =>
	askedOf(pylon.sim).filter((asked) => asked === operation).length;
