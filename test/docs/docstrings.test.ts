import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, textOf } from './documents';

interface Exported {
	name: string;
	place: string;
	docstring: string;
	/** Its code. */
	node: ts.Node;
	/** The functions that its file keeps to itself, by name. */
	helpers: Map<string, ts.Node>;
}

const isFunction = (node: ts.Node | undefined): boolean =>
	node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

const has = (node: ts.Node, modifier: ts.SyntaxKind): boolean =>
	ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);

/** @returns by name, what a statement exports: a function, or the public methods of a class; empty for anything else */
function exportsOf(statement: ts.Statement): Array<[name: string, node: ts.Node]> {
	if (!has(statement, ts.SyntaxKind.ExportKeyword)) return [];
	if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? 'default', statement]];
	if (ts.isClassDeclaration(statement)) {
		const name = statement.name?.text ?? 'default';
		return statement.members
			.filter(ts.isMethodDeclaration)
			.filter((method) => !has(method, ts.SyntaxKind.PrivateKeyword))
			.map((method): [string, ts.Node] => [`${name}.${method.name.getText()}`, method]);
	}
	if (!ts.isVariableStatement(statement)) return [];
	const [{ name, initializer }] = statement.declarationList.declarations;
	return isFunction(initializer) ? [[name.getText(), statement]] : [];
}

/** @returns by name, the function that a statement keeps to its file; empty for anything else */
function helpersOf(statement: ts.Statement): Array<[name: string, node: ts.Node]> {
	if (has(statement, ts.SyntaxKind.ExportKeyword)) return [];
	if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? 'default', statement]];
	if (!ts.isVariableStatement(statement)) return [];
	const [{ name, initializer }] = statement.declarationList.declarations;
	return isFunction(initializer) ? [[name.getText(), statement]] : [];
}

const throwsIn = (node: ts.Node): boolean =>
	ts.isThrowStatement(node) || (ts.forEachChild(node, throwsIn) ?? false);

function exportedBy(file: string): Exported[] {
	const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
	const helpers = new Map(source.statements.flatMap(helpersOf));
	return source.statements.flatMap(exportsOf).map(([name, node]) => ({
		name,
		place: `${file}: ${name}`,
		docstring: ts
			.getJSDocCommentsAndTags(node)
			.map((doc) => doc.getText())
			.join('\n'),
		node,
		helpers,
	}));
}

const exported = ['nodes', 'credentials']
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
			join(folder, name),
		),
	)
	.filter((file) => file.endsWith('.ts'))
	.flatMap(exportedBy);

// That there are docstrings at all, and what of each parameter and result they say, lint holds (eslint-plugin-jsdoc). Its rule
// about errors looks at a function's own code, but not at a function that this one returns, such as a step of an operation.
test('a function that throws, or makes one that does, says what, and when', () => {
	const throwing = exported.filter(({ node }) => throwsIn(node));
	expect(throwing.length).toBeGreaterThan(10);
	expect(
		throwing
			.filter(({ docstring }) => !/@throws|\bthrows?\b/i.test(docstring))
			.map(({ place }) => place),
	).toEqual([]);
});

const saysWrongInput = ({ docstring }: Exported): boolean =>
	/throws?\b[^@]*WrongInput/.test(docstring);

/** Names of functions that throw a WrongInput, as far as one name stands for one function. */
const refusing = new Set(
	exported
		.filter(saysWrongInput)
		.map(({ name }) => name)
		.filter((name) => exported.filter((one) => one.name === name).every(saysWrongInput)),
);

/** They make an error of the node of it. */
const CATCHING = new Set(['reading', 'beforeSending']);

/** @returns whether code calls such a function, itself or through a helper of its file, and does not catch the WrongInput */
function canRefuse(
	node: ts.Node,
	helpers: Exported['helpers'],
	seen = new Set<ts.Node>(),
): boolean {
	if (ts.isTryStatement(node) || seen.has(node)) return false;
	seen.add(node);
	if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
		const { text } = node.expression;
		if (CATCHING.has(text)) return false;
		const helper = helpers.get(text);
		if (refusing.has(text) || (helper !== undefined && canRefuse(helper, helpers, seen)))
			return true;
	}
	return ts.forEachChild(node, (child) => canRefuse(child, helpers, seen)) ?? false;
}

test('a step that throws a WrongInput, and a function that throws a NodeOperationError too, name it', () => {
	const naming = exported.filter(
		({ node, docstring }) =>
			docstring.includes('NodeOperationError') || /: Step =/.test(node.getText()),
	);
	expect(naming.length).toBeGreaterThan(10);
	expect(
		naming
			.filter(({ node, helpers }) => canRefuse(node, helpers))
			.filter((one) => !saysWrongInput(one))
			.map(({ place }) => place),
	).toEqual([]);
});
