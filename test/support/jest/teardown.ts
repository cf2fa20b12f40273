import { removeRunFolder } from './runFolder';

/** After a run, in jest's main process. */
export default removeRunFolder;
