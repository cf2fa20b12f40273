import { detailsOf, labelOf, type RecordKind } from './recordKind';

/** `GET /training-data` comes whole (docs/pylon-api-notes.md#whole-lists). */
export const trainingData: RecordKind = {
	noun: 'training data',
	plural: 'training data',
	listSearch: 'searchTrainingData',
	label: ({ name, type }) => labelOf(name, detailsOf(type)),
	list: { query: () => ({ template: '/training-data' }), pageSize: 0 },
};
