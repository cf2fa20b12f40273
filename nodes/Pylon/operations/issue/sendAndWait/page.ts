import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../../shared/html/escapeHtml';

const STYLE = `
:root { color-scheme: light dark; --back: #f6f7f9; --card: #fff; --text: #1d2129; --soft: #5c6470; --line: #cfd4dc; --edge: #7d8694; --accent: #3d4ed8; --on-accent: #fff; --problem: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --back: #14161a; --card: #1f2228; --text: #e8eaee; --soft: #a4abb6; --line: #454b56; --edge: #7b8494; --accent: #a9b4ff; --on-accent: #14161a; --problem: #ffb4ab; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .25rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: .5rem 0; }
.soft { color: var(--soft); }
.problem { color: var(--problem); font-weight: 600; }
.question { white-space: pre-wrap; margin: 1rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
label, legend { display: block; margin: 1rem 0 .25rem; font-weight: 600; padding: 0; }
fieldset { border: 0; margin: 0; padding: 0; }
fieldset label { font-weight: 400; margin: .25rem 0; }
input, textarea, select { font: inherit; color: inherit; background: transparent; border: 1px solid var(--edge); border-radius: .5rem; padding: .6rem; width: 100%; }
option { color: CanvasText; background: Canvas; }
input[type=checkbox], input[type=radio] { width: 1.2rem; height: 1.2rem; margin: 0 .5rem 0 0; vertical-align: -.2rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem; }
button { flex: 1 1 9rem; min-height: 3rem; padding: .5rem 1rem; font: inherit; font-weight: 600; color: var(--text); background: transparent; border: 1px solid var(--edge); border-radius: .5rem; cursor: pointer; overflow-wrap: anywhere; }
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Headers of every page: it loads nothing, runs no script, cannot be shown inside of another site, and gives its address to
 * nobody.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex, nofollow',
};

/**
 * @param title as plain text
 * @param content HTML
 * @returns the HTML of the page
 */
export const page = (title: string, content: string): string =>
	`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;

/**
 * @param text as plain text
 * @param name the name of a style; a problem gets the focus, so that a screen reader begins with it
 * @returns HTML
 */
export const paragraph = (text: string, name?: 'problem' | 'soft'): string =>
	`<p${name === undefined ? '' : ` class="${name}"${name === 'problem' ? ' role="alert" tabindex="-1" autofocus' : ''}`}>${escapeHtml(text)}</p>`;
