import { join } from 'node:path';
import { runSession, say } from './n8n/session';
import { startWatchingN8n } from './n8n/watch';

/** `npm run dev`: the sandbox's n8n, which shows an edit of a node or credential a few seconds after it is saved. */
runSession(async (cleanup) => {
	const { n8n, owner, pylon } = await startWatchingN8n(join(__dirname, '..'), say, cleanup);
	say(`
Edit a file of nodes/ or credentials/ and save it: n8n has it within seconds, an open editor too.
(The simulated Pylon and the icons are read at the start only.)

  n8n             ${n8n.url}
  Sign in with    ${owner.email}
  Password        ${owner.password}
  Credential      Simulated Pylon
  Simulated Pylon ${pylon.url}`);
	return undefined;
});
