import { htmlToText } from '../../nodes/shared/html/htmlToText';
import { markdownToHtml } from '../../nodes/shared/html/markdown/markdownToHtml';
import { plainTextToHtml } from '../../nodes/shared/html/plainTextToHtml';
import { excerptOf } from '../../nodes/Pylon/records/recordKind';
import { toConversation } from '../../nodes/Pylon/operations/issue/conversation';
import { similarity, wordsOf } from '../../nodes/Pylon/operations/issue/similarity';
import { HTML_TOKENS, MARKDOWN_TOKENS } from './textTokens';

/** A function that reads a text of somebody else's, and what it may look for in it. */
interface Reader {
	read: (text: string) => unknown;
	tokens: readonly string[];
}

const message = (text: string) => ({
	id: 'm',
	isPrivate: false,
	html: text,
	channel: text,
	time: 1,
	author: { name: text, email: text },
	email: {},
	fileUrls: [text],
});

/** All functions of HTML, Markdown and plain text. */
export const TEXT_READERS: Record<string, Reader> = {
	htmlToText: { read: htmlToText, tokens: HTML_TOKENS },
	markdownToHtml: { read: markdownToHtml, tokens: MARKDOWN_TOKENS },
	plainTextToHtml: { read: plainTextToHtml, tokens: MARKDOWN_TOKENS },
	excerptOf: { read: excerptOf, tokens: HTML_TOKENS },
	wordsOf: { read: wordsOf, tokens: HTML_TOKENS },
	similarity: {
		read: (text) => similarity(['a'], { title: 'a', body_html: text }),
		tokens: HTML_TOKENS,
	},
	toConversation: {
		read: (text) => toConversation([message(text)], 1_000_000, 'UTC'),
		tokens: HTML_TOKENS,
	},
};
