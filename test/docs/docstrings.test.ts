import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, textOf } from './documents';

interface Exported {
	place: string;
	docstring: string;
	/** Whether its code throws, or a function in it. */
	throws: boolean;
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

const throwsIn = (node: ts.Node): boolean =>
	ts.isThrowStatement(node) || (ts.forEachChild(node, throwsIn) ?? false);

function exportedBy(file: string): Exported[] {
	const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
	return source.statements.flatMap(exportsOf).map(([name, node]) => ({
		place: `${file}: ${name}`,
		docstring: ts
			.getJSDocCommentsAndTags(node)
			.map((doc) => doc.getText())
			.join('\n'),
		throws: throwsIn(node),
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
	const throwing = exported.filter(({ throws }) => throws);
	expect(throwing.length).toBeGreaterThan(10);
	expect(
		throwing
			.filter(({ docstring }) => !/@throws|\bthrows?\b/i.test(docstring))
			.map(({ place }) => place),
	).toEqual([]);
});
