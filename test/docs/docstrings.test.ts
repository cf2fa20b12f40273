import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root, textOf } from './documents';

interface Exported {
	place: string;
	docstring: string;
	/** Whether its own code throws. */
	throws: boolean;
}

const isFunction = (node: ts.Node | undefined): boolean =>
	node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

const has = (node: ts.Node, modifier: ts.SyntaxKind): boolean =>
	ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);

/** @returns by name, what a statement exports: a function, or a class and its public methods; empty for anything else */
function exportsOf(statement: ts.Statement): Array<[name: string, node: ts.Node]> {
	if (!has(statement, ts.SyntaxKind.ExportKeyword)) return [];
	if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? 'default', statement]];
	if (ts.isClassDeclaration(statement)) {
		const name = statement.name?.text ?? 'default';
		return [
			[name, statement],
			...statement.members
				.filter(ts.isMethodDeclaration)
				.filter((method) => !has(method, ts.SyntaxKind.PrivateKeyword))
				.map((method): [string, ts.Node] => [`${name}.${method.name.getText()}`, method]),
		];
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
		// A class throws in its methods.
		throws: !ts.isClassDeclaration(node) && throwsIn(node),
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

const places = (which: (one: Exported) => boolean) =>
	exported.filter(which).map(({ place }) => place);

test('every function, class and method that other files use says what it is for', () => {
	expect(exported.length).toBeGreaterThan(100);
	expect(places(({ docstring }) => docstring === '')).toEqual([]);
});

test('one that throws says what, and when', () => {
	expect(exported.filter(({ throws }) => throws).length).toBeGreaterThan(10);
	expect(
		places(({ throws, docstring }) => throws && !/@throws|\bthrows\b/i.test(docstring)),
	).toEqual([]);
});
