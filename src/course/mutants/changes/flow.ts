import ts from 'typescript';
import type { Edit } from '#course/mutants/mutant';
import { replace } from './syntax.ts';

/** Changes of what is done at all: a condition that is always so, a statement left out. */
export function changeFlow(node: ts.Node, file: ts.SourceFile): Edit[] {
  const change = (at: ts.Node, text: string) => replace(at, text, file);
  if (ts.isIfStatement(node)) {
    const { expression, elseStatement } = node;
    return [
      change(expression, 'true'),
      // Without an `else` this is the statement left out.
      change(expression, 'false'),
      ...(elseStatement && !ts.isIfStatement(elseStatement) ? [change(elseStatement, '{}')] : []),
    ];
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].map((side) => change(node, side.getText(file)));
  }
  if (ts.isWhileStatement(node)) return [change(node.expression, 'false')];
  if (ts.isForStatement(node)) {
    return node.condition === undefined ? [] : [change(node.condition, 'false')];
  }
  if (ts.isForOfStatement(node)) return [change(node.statement, '{}')];
  if (ts.isReturnStatement(node)) {
    const { expression } = node;
    if (expression?.getText(file) === 'undefined') return [];
    return [change(node, expression === undefined ? ';' : 'return;')];
  }
  if (
    ts.isExpressionStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isBreakStatement(node) ||
    ts.isContinueStatement(node)
  ) {
    return [change(node, ';')];
  }
  // The value of `(x) => value`.
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return [change(node.body, 'undefined')];
  if (ts.isTryStatement(node) && node.finallyBlock) return [change(node.finallyBlock, '{}')];
  return [];
}
