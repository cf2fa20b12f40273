const fs = require('node:fs/promises');
const { dest, src } = require('gulp');

/** Empties `dist`, so that a file removed from the sources is not published. */
async function clean() {
	await fs.rm('dist', { recursive: true, force: true });
}

/** Copies the icons beside the compiled nodes and credentials that name them. */
function buildIcons() {
	return src('{icons,nodes,credentials}/**/*.{svg,png}', { encoding: false }).pipe(dest('dist'));
}

exports.clean = clean;
exports['build:icons'] = buildIcons;
