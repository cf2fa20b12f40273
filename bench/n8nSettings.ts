/**
 * What n8n is told for a benchmark: such a one runs in an n8n of its own. These are what the owner of an n8n 2.41 can choose
 * for its expressions (`@n8n/config/dist/configs/expression-engine.config.js`): an isolate only where there is an
 * expression, or none, as in n8n 2.20 and 2.30 by default.
 */
export const N8N_SETTINGS: Record<string, NodeJS.ProcessEnv> = {
	lazyDeliveries: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	lazySameJob: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	legacySameJob: { N8N_EXPRESSION_ENGINE: 'legacy' },
};
