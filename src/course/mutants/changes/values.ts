import ts from 'typescript';
import type { Edit } from '#course/mutants/mutant';
import { replace } from './syntax.ts';

/** Changes of the constant at `node`: one more, one less, the other, none. */
export function changeValue(node: ts.Node, file: ts.SourceFile): Edit[] {
  if (isName(node)) return [];
  if (ts.isNumericLiteral(node)) return beside(Number(node.text)).map((n) => change(`${n}`));
  if (ts.isBigIntLiteral(node)) {
    return beside(BigInt(node.text.slice(0, -1))).map((n) => change(`${n}n`));
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [change('false')];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [change('true')];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return [change(node.text === '' ? "'mutant'" : "''")];
  }
  if (ts.isTemplateExpression(node)) {
    return [change("''"), ...withoutTexts(node)];
  }
  if (ts.isRegularExpressionLiteral(node)) return changePattern(node.text).map(change);
  return [];

  function change(text: string): Edit {
    return replace(node, text, file);
  }
}

function beside<N extends number | bigint>(value: N): N[] {
  const one = (typeof value === 'bigint' ? 1n : 1) as N;
  const above = ((value as number) + (one as number)) as N;
  return value >= one ? [above, ((value as number) - (one as number)) as N] : [above];
}

/** A property's name, or a module's: changed, it would only not load. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

/** Each text between the values of a template, left out. */
function withoutTexts(node: ts.TemplateExpression): Edit[] {
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .filter(({ text }) => text !== '')
    .map((part) => {
      // The quote or brace that opens a part, and what closes it: a quote, or `${`.
      const closing = ts.isTemplateHead(part) || ts.isTemplateMiddle(part) ? 2 : 1;
      return { start: part.getStart() + 1, end: part.end - closing, text: '' };
    });
}

/** A pattern without an anchor, with another quantifier, without a flag. */
function changePattern(pattern: string): string[] {
  const end = pattern.lastIndexOf('/');
  const [source, flags] = [pattern.slice(1, end), pattern.slice(end + 1)];
  const sources = [
    ...(source.startsWith('^') ? [source.slice(1)] : []),
    ...(source.endsWith('$') ? [source.slice(0, -1)] : []),
    ...(/(?<!\\)\+/.test(source) ? [source.replace(/(?<!\\)\+/, '*')] : []),
    ...[...source.matchAll(/\{(\d+),(\d+)\}/g)].flatMap(({ 0: all, 1: min, 2: max, index }) =>
      [`{${Number(min) - 1},${max}}`, `{${min},${Number(max) + 1}}`, `{${min},${Number(max) - 1}}`]
        .filter((text) => !text.startsWith('{-'))
        .map((text) => source.slice(0, index) + text + source.slice(index + all.length)),
    ),
  ];
  return [
    ...sources.map((changed) => `/${changed}/${flags}`),
    ...[...flags].map((flag) => `/${source}/${flags.replace(flag, '')}`),
  ];
}
