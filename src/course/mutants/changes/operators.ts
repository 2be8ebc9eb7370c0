import ts from 'typescript';
import type { Edit } from '#course/mutants/mutant';
import { replace } from './syntax.ts';

/** What may stand in an operator's place: the mistakes that people make, not all that parse. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<', '>>>'],
  '>>>': ['<<', '>>'],
  '&': ['|'],
  '|': ['&'],
  '^': ['|'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['||'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/=', '='],
  '|=': ['&=', '='],
  '&=': ['|=', '='],
  '<<=': ['>>=', '='],
  '>>=': ['<<=', '>>>=', '='],
  '>>>=': ['<<=', '>>=', '='],
  '??=': ['='],
  '||=': ['='],
  '&&=': ['='],
};

/** Those of which each side alone is a mutant too: a condition forgotten, an offset not added. */
const EITHER_SIDE = new Set(['&&', '||', '??', '+', '-']);

/** Changes of the operator at `node`. */
export function changeOperator(node: ts.Node, file: ts.SourceFile): Edit[] {
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    const operator = operatorToken.getText(file);
    return [
      ...(INSTEAD[operator] ?? []).map((text) => replace(operatorToken, text, file)),
      ...(EITHER_SIDE.has(operator)
        ? [left, right].map((side) => replace(node, side.getText(file), file))
        : []),
    ];
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const operand = node.operand.getText(file);
    const isPrefix = ts.isPrefixUnaryExpression(node);
    switch (node.operator) {
      case ts.SyntaxKind.PlusPlusToken:
        return [replace(node, isPrefix ? `--${operand}` : `${operand}--`, file)];
      case ts.SyntaxKind.MinusMinusToken:
        return [replace(node, isPrefix ? `++${operand}` : `${operand}++`, file)];
      default:
        return [replace(node, operand, file)];
    }
  }
  return [];
}
