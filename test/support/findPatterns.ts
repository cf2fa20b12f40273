import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** A regular expression of the sources. */
export interface Pattern {
	/** File from the project's root, and line. */
	place: string;
	source: string;
	flags: string;
}

/** Names whose values only a run knows, and one of these values. */
export type Samples = Record<string, string>;

type Constants = Map<string, ts.Expression>;

/** Reads the sources below some folders, and finds every regular expression in them. */
export class PatternFinder {
	readonly patterns: Pattern[] = [];
	/** Places of patterns that cannot be read. */
	readonly unread: string[] = [];
	private readonly files = new Map<string, ts.SourceFile>();
	private readonly constants = new Map<string, Constants>();

	/**
	 * @param root of the project
	 * @param samples for parts of patterns that are no constants
	 */
	constructor(
		private readonly root: string,
		private readonly samples: Samples,
	) {}

	/** @param path of a TypeScript file */
	read(path: string): void {
		const file = this.fileOf(path);
		const visit = (node: ts.Node): void => {
			if (ts.isRegularExpressionLiteral(node)) {
				const end = node.text.lastIndexOf('/');
				this.add(file, node, node.text.slice(1, end), node.text.slice(end + 1));
			} else if (
				(ts.isNewExpression(node) || ts.isCallExpression(node)) &&
				node.expression.getText(file) === 'RegExp'
			) {
				const [source, flags] = node.arguments ?? [];
				this.addText(file, node, source, flags && this.textOf(flags, file));
			} else if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'regex') {
				// n8n's `validation` and `displayOptions`: the first is held to the whole text (n8n-workflow 2.41, `node-helpers.js`).
				this.addText(file, node, node.initializer, '', (text) => `^${text}$`);
			} else if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
				this.readExpression(file, node);
			ts.forEachChild(node, visit);
		};
		visit(file);
	}

	/** The literals within an expression of n8n, which is JavaScript in a text; what is no constant of it is not looked at. */
	private readExpression(
		file: ts.SourceFile,
		node: ts.StringLiteralLike | ts.TemplateExpression,
	): void {
		const parts = ts.isTemplateExpression(node)
			? node.templateSpans.map(
					({ expression, literal }) => (this.textOf(expression, file) ?? '0') + literal.text,
				)
			: [];
		const text = (ts.isTemplateExpression(node) ? node.head.text : node.text) + parts.join('');
		if (!text.startsWith('=')) return;
		for (const [, script] of text.matchAll(/\{\{(.*?)\}\}(?!\})/gs)) {
			const inner = ts.createSourceFile('expression.ts', script, ts.ScriptTarget.Latest, true);
			const visit = (one: ts.Node): void => {
				if (ts.isRegularExpressionLiteral(one)) {
					const end = one.text.lastIndexOf('/');
					this.add(file, node, one.text.slice(1, end), one.text.slice(end + 1));
				}
				ts.forEachChild(one, visit);
			};
			visit(inner);
		}
	}

	private addText(
		file: ts.SourceFile,
		node: ts.Node,
		source: ts.Expression | undefined,
		flags = '',
		whole = (text: string) => text,
	): void {
		const text = source && this.textOf(source, file);
		if (text === undefined) this.unread.push(this.placeOf(file, node));
		else this.add(file, node, whole(text), flags);
	}

	private add(file: ts.SourceFile, node: ts.Node, source: string, flags: string): void {
		this.patterns.push({ place: this.placeOf(file, node), source, flags });
	}

	private placeOf(file: ts.SourceFile, node: ts.Node): string {
		const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
		return `${relative(this.root, file.fileName)}:${line + 1}`;
	}

	private fileOf(path: string): ts.SourceFile {
		const known = this.files.get(path);
		if (known) return known;
		const text = readFileSync(path, 'utf8');
		const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
		const constants: Constants = new Map();
		const visit = (node: ts.Node): void => {
			if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
				constants.set(node.name.text, node.initializer);
			ts.forEachChild(node, visit);
		};
		visit(file);
		this.files.set(path, file);
		this.constants.set(path, constants);
		return file;
	}

	/** What an expression of constants says; undefined for any other. */
	private textOf(node: ts.Expression, file: ts.SourceFile): string | undefined {
		if (ts.isStringLiteralLike(node)) return node.text;
		if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
		if (
			ts.isAsExpression(node) ||
			ts.isParenthesizedExpression(node) ||
			ts.isSatisfiesExpression(node)
		)
			return this.textOf(node.expression, file);
		if (ts.isTemplateExpression(node)) {
			const parts = node.templateSpans.map(({ expression, literal }) => {
				const value = this.textOf(expression, file);
				return value === undefined ? undefined : value + literal.text;
			});
			return parts.includes(undefined) ? undefined : node.head.text + parts.join('');
		}
		if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
			const [left, right] = [this.textOf(node.left, file), this.textOf(node.right, file)];
			return left === undefined || right === undefined ? undefined : left + right;
		}
		if (ts.isPropertyAccessExpression(node)) return this.propertyOf(node, file);
		if (!ts.isIdentifier(node)) return undefined;
		if (Object.hasOwn(this.samples, node.text)) return this.samples[node.text];
		const found = this.declared(node.text, file);
		return found && this.textOf(found.value, found.file);
	}

	/** Of `NAME.key` where NAME is an object, and of `NAME.source`. */
	private propertyOf(node: ts.PropertyAccessExpression, file: ts.SourceFile): string | undefined {
		if (!ts.isIdentifier(node.expression)) return undefined;
		const found = this.declared(node.expression.text, file);
		if (!found) return undefined;
		if (node.name.text === 'source') return this.textOf(found.value, found.file);
		const object = ts.isAsExpression(found.value) ? found.value.expression : found.value;
		if (!ts.isObjectLiteralExpression(object)) return undefined;
		const property = object.properties.find(
			(one) => one.name?.getText(found.file) === node.name.text,
		);
		return property && ts.isPropertyAssignment(property)
			? this.textOf(property.initializer, found.file)
			: undefined;
	}

	/** Where a constant has its value: in this file, or in the one that it is imported from. */
	private declared(
		name: string,
		file: ts.SourceFile,
	): { value: ts.Expression; file: ts.SourceFile } | undefined {
		const own = this.constants.get(file.fileName)?.get(name);
		if (own) return { value: own, file };
		for (const statement of file.statements) {
			if (!ts.isImportDeclaration(statement)) continue;
			const { importClause, moduleSpecifier } = statement;
			const named = importClause?.namedBindings;
			if (!named || !ts.isNamedImports(named)) continue;
			const found = named.elements.find((element) => element.name.text === name);
			const from = (moduleSpecifier as ts.StringLiteral).text;
			if (found && from.startsWith('.'))
				return this.declared(
					(found.propertyName ?? found.name).text,
					this.fileOf(this.resolve(file.fileName, from)),
				);
		}
		return undefined;
	}

	private resolve(importer: string, specifier: string): string {
		const path = join(dirname(importer), specifier);
		const found = ts.sys.fileExists(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
		return found;
	}
}
