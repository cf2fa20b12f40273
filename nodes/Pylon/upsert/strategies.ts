/** What to do when not all identifiers lead to the same record. */
export type Strategy = 'allAgree' | 'firstAddOthers' | 'firstOnly';

/** The strategies, with the labels that the editor shows. */
export const STRATEGIES: Array<{ name: string; value: Strategy }> = [
	{ name: 'All Identifiers Must Agree', value: 'allAgree' },
	{ name: 'First Match Only', value: 'firstOnly' },
	{ name: 'First Match, Add the Other Identifiers', value: 'firstAddOthers' },
];
