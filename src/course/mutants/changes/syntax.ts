import ts from 'typescript';
import type { Edit } from '#course/mutants/mutant';

/** A kind of change: all that can be done to one node, without its children. */
export type Change = (node: ts.Node, file: ts.SourceFile) => Edit[];

/** The text as a tree, with each node's parent. */
export function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('solution.ts', text, ts.ScriptTarget.Latest, true);
}

/** Puts `text` in the place of `node`. */
export function replace(node: ts.Node, text: string, file: ts.SourceFile): Edit {
  return { start: node.getStart(file), end: node.end, text };
}

/** Takes one element out of a list, with a comma that goes with it. */
export function removeFrom(list: ts.NodeArray<ts.Node>, at: number, file: ts.SourceFile): Edit {
  const node = list[at] as ts.Node;
  const next = list[at + 1];
  const previous = list[at - 1];
  if (next !== undefined) {
    return { start: node.getStart(file), end: next.getStart(file), text: '' };
  }
  return { start: previous?.end ?? node.getStart(file), end: node.end, text: '' };
}

/** Whether `node` is, or stands in, something that says a type and does nothing. */
export function isType(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isTypeElement(node) || ts.isTypeParameterDeclaration(node);
}

/** What makes an error, or a refusal with words. */
const ERROR_MAKERS = /(Error|Problem|refuse|truncated|nextByte)$/;
/** What is only for people to read. */
const PROSE_NAMES = new Set(['details', 'message']);

/** Whether `node` is a text that is for people, and free; a code has no spaces. */
export function isProse(node: ts.Node): boolean {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
  return isText && / /.test(node.getText()) && (isInError(node) || isNamedAsProse(node));
}

/** Whether `node` stands in `new …Error(…)` or its like. */
export function isInError(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    const callee = ts.isNewExpression(at) || ts.isCallExpression(at) ? at.expression : undefined;
    if (callee !== undefined && ERROR_MAKERS.test(callee.getText())) return true;
  }
  return false;
}

function isNamedAsProse({ parent }: ts.Node): boolean {
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed && PROSE_NAMES.has(parent.name.getText());
}
