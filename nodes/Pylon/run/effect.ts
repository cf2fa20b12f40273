/**
 * The most that a call of an operation does. docs/ai-agents.md says how this is decided, and lists all operations.
 *
 * - `reads`: nothing changes in Pylon
 * - `writesInternally`: records change that only the team sees, and whatever the call replaced can be put back
 * - `reachesCustomers`: people outside the team get a message, or see something else than before
 * - `cannotBeUndone`: something is gone for good
 */
export type Effect = 'reads' | 'writesInternally' | 'reachesCustomers' | 'cannotBeUndone';
