import { recordId } from '../ids';

/** Ids of the seeded company that tests, workflows and documentation name; the same at every start. */
export const seedIds = {
	users: {
		token: recordId('user', 1),
		nora: recordId('user', 2),
		omar: recordId('user', 3),
		priya: recordId('user', 4),
		quentin: recordId('user', 5),
		/** Deactivated. */
		rosa: recordId('user', 6),
	},
	teams: { support: recordId('team', 1), escalations: recordId('team', 2) },
	tags: { vip: recordId('tag', 1), billing: recordId('tag', 4), howTo: recordId('tag', 7) },
	accounts: {
		/** Globex, external ID crm-globex. */
		globex: recordId('account', 1),
		/** Initech, external ID crm-initech. */
		initech: recordId('account', 2),
		/** A duplicate of Initech, to be merged. */
		initechDuplicate: recordId('account', 3),
		bluebird: recordId('account', 4),
		cedar: recordId('account', 5),
		dune: recordId('account', 6),
		ember: recordId('account', 7),
		harbor: recordId('account', 8),
	},
	contacts: {
		/** Ada Example, ada@shared-inbox.example: writes to a shared address and has no account. */
		ada: recordId('contact', 1),
		/** Ben Example, without an account as well. */
		ben: recordId('contact', 2),
		/** Carla Diaz of Globex, external ID crm-carla. */
		carla: recordId('contact', 3),
		/** Dmitri Novak of Initech. */
		dmitri: recordId('contact', 4),
	},
	issues: {
		/** Number 101: Ada's, without an account. */
		first: recordId('issue', 1),
		/** Number 102: Carla's, of Globex. */
		globex: recordId('issue', 2),
		/** Number 103: Dmitri's, of Initech. */
		initech: recordId('issue', 3),
		/** Number 100: came in by a form; has times of an SLA, a multi-select and a custom field with dots in its slug. */
		form: recordId('issue', 4),
		/** Number 99: from Slack, resolved and opened again. */
		slack: recordId('issue', 5),
		/** Number 98: from the chat widget, with an attachment. */
		chat: recordId('issue', 6),
		/** Number 97: resolved, with a status that is not called closed. */
		resolved: recordId('issue', 7),
		/** Number 96: opened by Omar, who is a user and no contact. */
		byUser: recordId('issue', 8),
		/** Number 94: made by hand, without a requester. */
		manual: recordId('issue', 10),
	},
	emailSuppressions: {
		/** Farid of Globex, whose mailbox is gone. */
		farid: recordId('emailSuppression', 1),
		/** Ines, whose domain is gone. */
		ines: recordId('emailSuppression', 2),
		/** Tomas, taken out by hand. */
		tomas: recordId('emailSuppression', 3),
	},
	/** Of Globex: its renewal is at risk. */
	highlight: recordId('highlight', 1),
	/** Dune Logistics is the parent of Harbor Hotels. */
	relationship: recordId('relationship', 1),
	activityTypes: {
		reportExported: recordId('activityType', 1),
		planChanged: recordId('activityType', 2),
	},
	callRecordings: { globex: recordId('callRecording', 1), initech: recordId('callRecording', 2) },
	/** Carla and Dmitri have answered the first one. */
	surveys: { csat: recordId('survey', 1), nps: recordId('survey', 2) },
	surveyResponses: { carla: recordId('surveyResponse', 1), dmitri: recordId('surveyResponse', 2) },
	/** About the issue of Initech: "Sign-in log" with a note of Nora's, and "Ask engineering", which is in Slack. */
	threads: { log: recordId('thread', 1), engineering: recordId('thread', 2) },
	ticketForms: { support: recordId('ticketForm', 1), outage: recordId('ticketForm', 2) },
	aiAgent: recordId('aiAgent', 1),
	/** "Help centre", English, German and French; Nora and Omar review. */
	knowledgeBase: recordId('knowledgeBase', 1),
	collections: {
		/** "Billing", with "Invoices" in it. */
		billing: recordId('collection', 1),
		invoices: recordId('collection', 2),
	},
	articles: {
		/** Published, in English and German, with a newer draft. */
		export: recordId('article', 1),
		/** A draft, in "Invoices". */
		refunds: recordId('article', 2),
		/** Published, in "Billing", without a newer draft. */
		plans: recordId('article', 3),
	},
	macroGroups: { general: recordId('macroGroup', 1), billing: recordId('macroGroup', 2) },
	macros: { greeting: recordId('macro', 1), refund: recordId('macro', 2) },
	/** Of the type "subscription". */
	customObjects: { globex: recordId('customObject', 1), initech: recordId('customObject', 2) },
	/** "Product manuals", with the documents manual-1 and manual-2. */
	trainingData: recordId('trainingData', 1),
	projectTemplate: recordId('projectTemplate', 1),
	/** Of the accounts of the same names; Dune's is archived. */
	projects: {
		globex: recordId('project', 1),
		initech: recordId('project', 2),
		dune: recordId('project', 3),
	},
	milestones: { globex: recordId('milestone', 1), initech: recordId('milestone', 2) },
	tasks: {
		/** Of Globex, with "columns" as its subtask, and two comments. */
		import: recordId('task', 1),
		columns: recordId('task', 2),
		/** Completed; belongs to no project. */
		certificate: recordId('task', 3),
	},
	/** Written by the token's user and by Nora. */
	taskComments: { own: recordId('taskComment', 1), nora: recordId('taskComment', 2) },
	featureRequests: {
		/** Planned, wanted by Globex and Cedar Clinics. */
		pdf: recordId('featureRequest', 1),
		/** Wanted by Initech; to be merged into the first. */
		pdfDuplicate: recordId('featureRequest', 2),
		darkMode: recordId('featureRequest', 3),
	},
	documents: { first: recordId('document', 1), second: recordId('document', 2) },
} as const;

/** External ids of the seeded company. */
export const seedExternalIds = {
	globex: 'crm-globex',
	initech: 'crm-initech',
	carla: 'crm-carla',
} as const;
