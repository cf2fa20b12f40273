// Is loaded into n8n (NODE_OPTIONS, --require): at each SIGUSR2 it collects all garbage and adds one line of JSON, of what
// n8n holds then, to the file of its process ID in the folder N8N_MEMORY_FOLDER.
const { appendFileSync, readdirSync, readlinkSync } = require('node:fs');
const { join } = require('node:path');
const { setImmediate: turn } = require('node:timers/promises');
const v8 = require('node:v8');
const vm = require('node:vm');

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

/** What the open file descriptors are (Linux). */
const descriptors = () =>
	readdirSync('/proc/self/fd').flatMap((fd) => {
		try {
			return [readlinkSync(`/proc/self/fd/${fd}`)];
		} catch {
			return []; // The one that read the folder.
		}
	});

process.on('SIGUSR2', async () => {
	// What finalizers let go of is garbage only afterwards.
	for (let round = 0; round < 3; round++) {
		collectGarbage();
		await turn();
	}
	const { heapUsed, external, rss } = process.memoryUsage();
	const open = descriptors();
	const resources = process.getActiveResourcesInfo();
	const sample = {
		live: heapUsed + external,
		rss,
		handles: open.length,
		sockets: open.filter((target) => target.startsWith('socket:')).length,
		timers: resources.filter((name) => name === 'Timeout').length,
	};
	const file = join(process.env.N8N_MEMORY_FOLDER, `${process.pid}.jsonl`);
	appendFileSync(file, `${JSON.stringify(sample)}\n`);
});
