/** Messages of an import as JSON: what the field begins with, and what an error shows. */
export const MESSAGES_EXAMPLE = '[{"message":"Hello","is_private":false}]';
