import { readUrl } from '../../../shared/input';
import { inBody } from './body';

/** For an address of the web. */
export const urlInBody = inBody((value, displayName) => readUrl(value, displayName).href);
