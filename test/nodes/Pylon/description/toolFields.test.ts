import type { INodeProperties } from 'n8n-workflow';
import { withToolFields } from '../../../../nodes/Pylon/description/toolFields';
import { resources } from '../../../../nodes/Pylon/operations';
import type { Effect } from '../../../../nodes/Pylon/run/effect';

/** What the notice has to say, however it is put. */
const NOTICES: Record<Effect, RegExp> = {
	reads: /^Only reads\b/,
	writesInternally: /\byour team\b/,
	reachesCustomers: /^Customers\b.*'Let a Model Decide'/,
	cannotBeUndone: /\bcannot be undone\b.*'Let a Model Decide'/,
};

const ADDED = ['toolNotice', 'letModelDecide'];

const operations = withToolFields(resources).flatMap(({ value, operations: own }) =>
	own.map((operation) => ({ operation, name: `${value}.${operation.value}` })),
);

const isAdded = ({ name }: INodeProperties) => ADDED.includes(name);

test.each(operations)('$name: what the form of a tool says of it', ({ operation }) => {
	const { effect, fields, notForTools, onlyReads } = operation;
	const needsSwitch = ['reachesCustomers', 'cannotBeUndone'].includes(effect);
	const expected = notForTools ? [] : needsSwitch ? ADDED : ADDED.slice(0, 1);
	expect(fields.filter(isAdded).map(({ name }) => name)).toEqual(expected);
	expect(fields.slice(0, expected.length).every(isAdded)).toBe(true);
	if (notForTools) return;
	const [notice, letModelDecide] = fields;
	expect(notice).toMatchObject({ type: 'notice', displayOptions: { show: { '@tool': [true] } } });
	if (onlyReads === undefined) expect(notice.displayName).toMatch(NOTICES[effect]);
	else expect(notice.displayName).toMatch(/\bonly reads\b/);
	if (!needsSwitch) return;
	// By an expression, the model could switch it on.
	expect(letModelDecide).toMatchObject({
		type: 'boolean',
		default: false,
		noDataExpression: true,
		displayOptions: { show: { '@tool': [true] } },
	});
});
