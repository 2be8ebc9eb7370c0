import ts from 'typescript';
import type { Edit } from '#course/mutants/mutant';
import { isInError, isProse, removeFrom, replace } from './syntax.ts';

/** A method in another's place. */
const INSTEAD = new Map<string, readonly string[]>(
  Object.entries({
    floor: ['ceil', 'round'],
    ceil: ['floor', 'round'],
    round: ['floor', 'ceil'],
    trunc: ['round'],
    min: ['max'],
    max: ['min'],
    some: ['every'],
    every: ['some'],
    startsWith: ['includes', 'endsWith'],
    endsWith: ['includes'],
    slice: ['subarray'],
    unshift: ['push'],
    push: ['unshift'],
    pop: ['shift'],
    shift: ['pop'],
    asUintN: ['asIntN'],
    asIntN: ['asUintN'],
    getUint32: ['getInt32'],
    flat: ['slice'],
    resolve: ['reject'],
    reject: ['resolve'],
  }),
);

/** A view of bytes whose place in their buffer is taken to be the buffer's own. */
const PLACES = new Set(['byteOffset', 'byteLength']);

/** Changes of a call: another method, its receiver alone, one argument less; and of copies. */
export function changeCall(node: ts.Node, file: ts.SourceFile): Edit[] {
  const change = (at: ts.Node, text: string) => replace(at, text, file);
  if (ts.isAwaitExpression(node)) return [change(node, node.expression.getText(file))];
  if (ts.isSpreadElement(node)) return onlySpread(node, file);
  if (ts.isPropertyAccessExpression(node)) {
    const isPlace = PLACES.has(node.name.text) && !isWritten(node);
    return [
      ...(isPlace ? [change(node, '0')] : []),
      ...(node.questionDotToken ? [change(node.questionDotToken, '.')] : []),
    ];
  }
  if (ts.isObjectLiteralExpression(node)) return without(node.properties, file);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.length > 1 ? without(node.elements, file) : [];
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  const { expression: callee, arguments: args } = node;
  const edits: Edit[] = [];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(callee)) {
    const instead = INSTEAD.get(callee.name.text) ?? [];
    edits.push(...instead.map((name) => change(callee.name, name)));
    // `bytes.slice()` → `bytes`; as a statement by itself it is left out anyway.
    if (!ts.isExpressionStatement(node.parent)) {
      edits.push(change(node, callee.expression.getText(file)));
    }
  }
  const [first] = args ?? [];
  if (args?.length === 1 && first && !ts.isSpreadElement(first) && !isInError(first)) {
    // `structuredClone(x)`, `Uint8Array.from(x)`, `Number(x)` → `x`
    if (!ts.isExpressionStatement(node.parent)) edits.push(change(node, first.getText(file)));
  }
  const last = args?.at(-1);
  if (args !== undefined && args.length > 1 && !isInError(node) && !isProse(last as ts.Node)) {
    edits.push(removeFrom(args, args.length - 1, file));
  }
  return edits;
}

/** `[...list]` → `list`, `f(...list)` → `f(list)` */
function onlySpread(node: ts.SpreadElement, file: ts.SourceFile): Edit[] {
  const { parent, expression } = node;
  const text = expression.getText(file);
  const isCopy = ts.isArrayLiteralExpression(parent) && parent.elements.length === 1;
  return [replace(node, text, file), ...(isCopy ? [replace(parent, text, file)] : [])];
}

/** The list without one of its members, for each of them. */
function without(list: ts.NodeArray<ts.Node>, file: ts.SourceFile): Edit[] {
  return list.map((_, at) => removeFrom(list, at, file));
}

function isWritten({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
