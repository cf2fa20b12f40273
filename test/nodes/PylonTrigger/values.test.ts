import type {
	IHookFunctions,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { checkSetup } from '../../../nodes/PylonTrigger/checkSetup';
import { PylonTrigger } from '../../../nodes/PylonTrigger/PylonTrigger.node';
import { readSettings, type Settings } from '../../../nodes/PylonTrigger/settings';
import { activateTrigger } from '../../support/webhookHooks';
import { choiceLabel, KINDS } from '../Pylon/values/support/kinds';
import type { Kind, Verdict } from '../Pylon/values/support/plainKinds';
import { VALUES } from '../Pylon/values/support/values';
import { credentials } from './support/deliveries';

/*
 * Every parameter of the trigger gets every value of the action node's matrix when the workflow is published. What has to
 * come of it stands in the tables of docs/values.md, which `Pylon/values/support` spells out; the code is not asked.
 */

const read: Settings[] = [];

class Reader extends PylonTrigger {
	override webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions) {
				await checkSetup(this);
				read.push(readSettings(this));
				return true;
			},
			delete: async () => true,
		},
	};
}

const node = new Reader();

interface Place {
	path: string;
	property: INodeProperties;
	kind: Kind;
	/** The node's parameters with a value in the place. */
	parameters: (value: unknown) => object;
	/** What became of the value. */
	found: (settings: Settings) => unknown;
}

const ISSUE = { fetchRecord: 'issue' };
const OWN = { dropOwnEvents: true };
const SELECTED = { ...ISSUE, output: 'selected' };

/** Of each parameter and option: what has to stand beside it, and where it is found when it was read. */
const FOUND: Record<string, [beside: object, found: (settings: Settings) => unknown]> = {
	// Called so that it comes out as the choice does.
	events: [{ customEvents: 'custom' }, ({ events }) => [...(events ?? ['*'])]],
	customEvents: [{ events: ['custom'] }, ({ events }) => [...(events ?? [])]],
	verification: [{}, ({ verification }) => verification.by],
	headerName: [{ verification: 'header' }, ({ verification }) => verification.headerName],
	fetchRecord: [{}, ({ fetch }) => fetch?.record ?? 'none'],
	output: [{ ...ISSUE, selectedFields: 'id' }, ({ fetch }) => fetch?.output.output],
	selectedFields: [SELECTED, ({ fetch }) => fetch?.output.fields],
	addNames: [ISSUE, ({ fetch }) => fetch?.output.withNames],
	dropOwnEvents: [{}, ({ own }) => own !== undefined],
	onFailure: [ISSUE, ({ onFailure }) => onFailure],
	dropDuplicates: [{}, ({ retention }) => retention !== undefined],
	authorIdField: [OWN, ({ own }) => own?.authorIdField],
	ownUserIds: [OWN, ({ own }) => own?.userIds],
	conditionsMatch: [{}, ({ match }) => match],
	equalPayloads: [{}, ({ identity }) => (identity.anyEqualPayload ? 'drop' : 'tell')],
	eventIdField: [{}, ({ identity }) => identity.eventIdField],
	longestWait: [{}, ({ longestWaitMs }) => longestWaitMs / 1000],
	recordIdField: [ISSUE, ({ fetch }) => fetch?.idField],
	rememberCount: [{}, ({ retention }) => retention?.count],
	rememberHours: [{}, ({ retention }) => (retention?.ms ?? 0) / 3_600_000],
};

const LISTS = ['customEvents', 'selectedFields'];

const choiceOf = ({ options }: INodeProperties): Kind =>
	KINDS.choice(options as INodePropertyOptions[]);

const inList = (verdict: Verdict): Verdict =>
	typeof verdict === 'object' ? { sends: [verdict.sends] } : verdict;

function kindOf(property: INodeProperties): Kind {
	const { name, type, typeOptions: { minValue = 0, maxValue = 0 } = {} } = property;
	if (type === 'boolean') return KINDS.switches;
	if (type === 'options') return choiceOf(property);
	if (type === 'multiOptions') return (value) => inList(choiceOf(property)(value));
	if (name === 'ownUserIds') return KINDS.ids;
	if (type !== 'number') return LISTS.includes(name) ? KINDS.list : KINDS.text;
	const whole = property.typeOptions?.numberPrecision === undefined;
	return (value) => {
		const verdict = KINDS.number(value);
		if (typeof verdict !== 'object') return verdict;
		const number = verdict.sends as number;
		const isGood = number >= minValue && number <= maxValue && (!whole || number % 1 === 0);
		return isGood ? verdict : 'refused';
	};
}

/** All that has a value of its own: no notices, and nothing that is only there to be read. */
const ownValues = (properties: INodeProperties[]) =>
	properties.filter(
		({ type, name, typeOptions }) =>
			!['notice', 'hidden', 'collection', 'fixedCollection'].includes(type) &&
			typeOptions?.editorIsReadOnly !== true &&
			name !== 'showSetupSteps',
	);

const { properties } = node.description;
const groupNamed = (name: string) => properties.find((one) => one.name === name)!.options!;

function* placesOf(): Generator<Place> {
	const placeOf = (property: INodeProperties, within?: string): Place => {
		const { name } = property;
		const [beside, found] = FOUND[name] ?? [];
		if (found === undefined) throw new Error(`Say in ${__filename} where '${name}' is found`);
		return {
			path: [within, name].filter(Boolean).join('.'),
			property,
			kind: kindOf(property),
			parameters: (value) => ({
				...beside,
				...(within === undefined ? { [name]: value } : { [within]: { [name]: value } }),
			}),
			found,
		};
	};
	for (const property of ownValues(properties)) yield placeOf(property);
	for (const option of ownValues(groupNamed('additionalOptions') as INodeProperties[]))
		yield placeOf(option, 'additionalOptions');
	const [{ values }] = groupNamed('conditions') as INodePropertyCollection[];
	for (const property of values) {
		const { name, type } = property;
		const operators = name === 'value' ? ['equals', 'oneOf'] : ['equals'];
		for (const operator of operators) {
			const isList = operator === 'oneOf';
			// A condition compares true and false as texts.
			const list: Kind = (value) => (typeof value === 'boolean' ? undefined : KINDS.list(value));
			yield {
				path: `conditions.${name} (${operator})`,
				property,
				kind: type === 'options' ? choiceOf(property) : isList ? list : KINDS.text,
				parameters: (value) => ({
					conditions: {
						condition: [{ field: 'state', operator, value: 'new', [name]: value }],
					},
				}),
				found: ({ conditions: [condition] }) =>
					name === 'value'
						? isList
							? condition.values
							: condition.values[0]
						: condition[name as 'field' | 'operator'],
			};
		}
	}
}

const places = [...placesOf()];

test('all of them are there', () => {
	expect(
		Object.keys(FOUND).filter((name) => !places.some(({ path }) => path.endsWith(name))),
	).toEqual([]);
});

/** As the name of a header, or a path in a template, text has to fit its grammar too. */
const hasGrammar = ({ path }: Place) => path === 'headerName';

async function problemWith(place: Place, value: unknown): Promise<string | undefined> {
	const { kind, parameters, found, property } = place;
	const verdict = kind(value);
	read.length = 0;
	// Null as such n8n takes for the default; neither comes in but from an expression.
	const given = value === undefined || value === null ? `={{ ${value} }}` : value;
	const { error } = await activateTrigger({
		node,
		credentials,
		parameters: parameters(given) as INodeParameters,
	});
	if (error !== undefined) {
		if (!error.message.includes(`'${property.displayName}'`))
			return `refused without its name: ${error.message}`;
		return typeof verdict === 'object' && !hasGrammar(place)
			? `has to be taken, but: ${error.message}`
			: undefined;
	}
	const taken = JSON.stringify(found(read[0]));
	if (verdict === 'refused' || verdict === 'nothing') return `has to be refused, but is ${taken}`;
	if (typeof verdict === 'object' && taken !== JSON.stringify(verdict.sends))
		return `has to be ${JSON.stringify(verdict.sends)}, but is ${taken}`;
	return undefined;
}

test.each(places)('$path', async (place) => {
	const { options = [], type } = place.property;
	const choices = ['options', 'multiOptions'].includes(type)
		? (options as INodePropertyOptions[])
		: [];
	// The first is written as somebody else may write it. (With such an operator n8n hides the value.)
	const labels = place.path.startsWith('conditions.') ? [] : choices.slice(0, 1).map(choiceLabel);
	// n8n keeps parameters as JSON, which has no dates.
	const given = VALUES.filter((value) => !(value instanceof Date));
	const values = [...given, ...labels, ...choices.map(({ value }) => value)];
	const problems: string[] = [];
	for (const value of values) {
		const problem = await problemWith(place, value);
		if (problem !== undefined) problems.push(`${JSON.stringify(value) ?? 'undefined'}: ${problem}`);
	}
	expect(problems).toEqual([]);
});
