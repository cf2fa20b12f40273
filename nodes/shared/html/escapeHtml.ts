const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * @param text any text
 * @returns HTML that shows exactly that text, between tags or inside an attribute in double quotes
 */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
