import { makeRunFolder } from './runFolder';

/** Before a run, in jest's main process. */
export default makeRunFolder;
