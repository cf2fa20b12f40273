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

/** @returns the name of a function that a statement exports; undefined for anything else */
function nameOf(statement: ts.Statement): string | undefined {
	const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
	if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return undefined;
	if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
	if (!ts.isVariableStatement(statement)) return undefined;
	const [{ name, initializer }] = statement.declarationList.declarations;
	return isFunction(initializer) ? name.getText() : undefined;
}

const throwsIn = (node: ts.Node): boolean =>
	ts.isThrowStatement(node) || (ts.forEachChild(node, throwsIn) ?? false);

function exportedBy(file: string): Exported[] {
	const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
	return source.statements.flatMap((statement) => {
		const name = nameOf(statement);
		if (name === undefined) return [];
		const docs = ts.getJSDocCommentsAndTags(statement).map((doc) => doc.getText());
		return { place: `${file}: ${name}`, docstring: docs.join('\n'), throws: throwsIn(statement) };
	});
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

test('every function that a file exports says what it is for', () => {
	expect(exported.length).toBeGreaterThan(100);
	expect(places(({ docstring }) => docstring === '')).toEqual([]);
});

test('one that throws says what, and when', () => {
	expect(exported.filter(({ throws }) => throws).length).toBeGreaterThan(10);
	expect(
		places(({ throws, docstring }) => throws && !/@throws|\bthrows\b/i.test(docstring)),
	).toEqual([]);
});
