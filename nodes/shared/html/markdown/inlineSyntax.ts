import type { References } from './nodes';

/** What a document's texts may refer to. */
export interface Setting {
	references: References;
	isSafeAddress: (address: string) => boolean;
	isSafeImage: (address: string) => boolean;
	/** Whether `https://example.com` becomes a link without further signs. */
	bareLinks: boolean;
}

/** `[` or `![` that may begin a link or picture. */
export interface Bracket {
	isImage: boolean;
	/** Where its text begins, in the source, among the pieces, and among the runs. */
	from: number;
	piece: number;
	run: number;
	/** Whether another one was opened behind it: then its text is no label. */
	hasInner: boolean;
}

export const PLAIN = /[^\\`*_~![\]<&\nhH]+/y;
export const BARE_LINK = /https?:\/\/[\p{L}\p{N}][^\s<>[\]`\\]*/iuy;
export const POINTED_LINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy;
export const POINTED_EMAIL =
	/<([a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)>/iy;
export const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
export const LABEL = /\[((?:[^\\[\]]|\\[^]){0,999})\]/y;
export const ESCAPABLE = /[!-/:-@[-`{-~]/;
