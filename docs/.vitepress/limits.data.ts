import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * Every limit of the stack as a row of a table, read from the `limits.ts` files themselves: a
 * limit is an exported constant, or a field of an exported `DEFAULT_LIMITS` whose interface
 * describes it. So the table in the docs cannot say anything but what holds.
 */
export interface LimitRow {
  /** `MAX_DEPTH`, `maxHeaderListSize` */
  name: string;
  /** `100`, `4,194,304`, `1,000 at once, 100 a second` */
  value: string;
  /** Of `src/`. */
  folder: string;
  /** Its docstring: what it bounds, and the attack or accident that it stops. */
  about: string;
}

/** What the first lessons build before there is gRPC; its limits are told there. */
const JSON_RPC = 'rpc';
const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
type Value = number | Record<string, number>;

export function readLimits(src = SRC): LimitRow[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'limits.ts')
    .map((file) => ({ folder: file.split(sep)[0]!, source: parse(join(src, file)) }))
    .filter(({ folder }) => folder !== JSON_RPC)
    .sort((a, b) => a.folder.localeCompare(b.folder));
  // A limit may be computed from another, of another folder.
  const known = new Map<string, ts.Expression>();
  for (const { source } of files) {
    for (const { name, initializer } of constants(source)) known.set(name, initializer);
  }
  return files.flatMap(({ folder, source }) =>
    constants(source).flatMap(({ name, initializer, node }) => {
      if (!ts.isObjectLiteralExpression(initializer)) {
        return [{ name, value: text(evaluate(initializer, known)), folder, about: doc(node) }];
      }
      const abouts = fieldDocs(source);
      return initializer.properties.filter(ts.isPropertyAssignment).flatMap((property) => {
        const field = property.name.getText();
        // One that only repeats a constant under another name is in the table already.
        if (ts.isIdentifier(property.initializer) && !abouts.has(field)) return [];
        const value = text(evaluate(property.initializer, known));
        return [{ name: field, value, folder, about: abouts.get(field) ?? '' }];
      });
    }),
  );
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function constants(source: ts.SourceFile) {
  return source.statements.filter(ts.isVariableStatement).flatMap((node) =>
    node.declarationList.declarations
      .filter((declaration) => declaration.initializer !== undefined)
      .map(({ name, initializer }) => ({
        name: name.getText(),
        initializer: initializer!,
        node,
      })),
  );
}

/** The docstrings of the fields of every interface in the file. */
function fieldDocs(source: ts.SourceFile): Map<string, string> {
  const docs = new Map<string, string>();
  for (const declaration of source.statements.filter(ts.isInterfaceDeclaration)) {
    for (const member of declaration.members) {
      const about = doc(member);
      if (member.name && about) docs.set(member.name.getText(), about);
    }
  }
  return docs;
}

function doc(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Arithmetic, and names of other limits: all that a limit is made of. */
function evaluate(node: ts.Expression, known: ReadonlyMap<string, ts.Expression>): Value {
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
  if (ts.isParenthesizedExpression(node)) return evaluate(node.expression, known);
  if (ts.isIdentifier(node) && known.has(node.text)) {
    return evaluate(known.get(node.text)!, known);
  }
  if (ts.isBinaryExpression(node)) {
    const left = evaluate(node.left, known) as number;
    const right = evaluate(node.right, known) as number;
    const operator = node.operatorToken.getText();
    if (operator === '*') return left * right;
    if (operator === '**') return left ** right;
    if (operator === '+') return left + right;
    if (operator === '-') return left - right;
  }
  if (ts.isObjectLiteralExpression(node)) {
    const entries = node.properties.filter(ts.isPropertyAssignment);
    return Object.fromEntries(
      entries.map(({ name, initializer }) => [
        name.getText(),
        evaluate(initializer, known) as number,
      ]),
    );
  }
  throw new Error(`a limit that this table cannot read: ${node.getText()}`);
}

function text(value: Value): string {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  const { burst, perSecond } = value;
  return `${burst!.toLocaleString('en-US')} at once, ${perSecond!.toLocaleString('en-US')} a second`;
}

declare const data: LimitRow[];

export { data };

export default { watch: ['../../src/**/limits.ts'], load: () => readLimits() };
