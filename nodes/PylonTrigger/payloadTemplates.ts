/**
 * Payloads to paste into Pylon's "Send webhook" action, by the name of their event. Pylon replaces the double
 * braces. Only variables whose names are certain, and only IDs: whether Pylon escapes a text's quotes and line
 * breaks is not documented, and an ID has none.
 * Sources: https://docs.usepylon.com/pylon-docs/platform/triggers/template-variables (issue.id),
 * https://docs.duckie.ai/integrations/ticketing/pylon (issue.last_message.id)
 */
export const payloadTemplates = {
	issue_created: `{
  "event": "issue_created",
  "issue_id": "{{issue.id}}"
}`,
	issue_message: `{
  "event": "issue_message",
  "issue_id": "{{issue.id}}",
  "message_id": "{{issue.last_message.id}}"
}`,
} as const;
