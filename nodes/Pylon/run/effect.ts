/**
 * What a call of an operation does at most, with its form as it comes; docs/ai-agents.md says how it is decided, and lists
 * all operations.
 *
 * - `reads`: nothing changes in Pylon
 * - `writesInternally`: records change that the team sees; what it replaced can be put back
 * - `reachesCustomers`: people outside the team are written to, or see something else than before
 * - `cannotBeUndone`: something is gone for good
 */
export type Effect = 'reads' | 'writesInternally' | 'reachesCustomers' | 'cannotBeUndone';
