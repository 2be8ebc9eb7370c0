import ts from 'typescript';
import { changeCall } from './changes/calls.ts';
import { changeFlow } from './changes/flow.ts';
import { changeOperator } from './changes/operators.ts';
import { type Change, isProse, isType, parse } from './changes/syntax.ts';
import { changeValue } from './changes/values.ts';
import type { GappedText } from './gaps.ts';
import { applyEdit, type Edit, type Mutant } from './mutant.ts';

const CHANGES: readonly Change[] = [changeOperator, changeValue, changeFlow, changeCall];

/** The line that says where a solution is from; `text` is without it. */
const LINES_BEFORE = 1;

/**
 * All mutants of what a learner writes in a file, each once.
 * @param more kinds of change beyond the usual ones
 */
export function makeMutants(
  file: string,
  { text, gaps }: GappedText,
  more: readonly Change[] = [],
): Mutant[] {
  const source = parse(text);
  const mutants = new Map<string, Mutant>();
  const visit = (node: ts.Node) => {
    if (isType(node) || isProse(node)) return;
    const start = node.getStart(source);
    const gap = gaps.find((range) => range.start <= start && node.end <= range.end);
    if (gap !== undefined) {
      for (const change of [...CHANGES, ...more]) {
        for (const edit of change(node, source)) add(gap.task, edit);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...mutants.values()];

  function add(task: number, edit: Edit): void {
    const changed = applyEdit(text, edit);
    if (changed === text || mutants.has(changed) || !parses(changed)) return;
    const line = text.slice(0, edit.start).split('\n').length + LINES_BEFORE;
    mutants.set(changed, { file, task, line, ...linesAround(text, edit), text: changed });
  }
}

/** The lines in which a change is, before and after, each on one line. */
function linesAround(text: string, edit: Edit): Pick<Mutant, 'before' | 'after'> {
  const start = text.lastIndexOf('\n', edit.start - 1) + 1;
  const newline = text.indexOf('\n', edit.end);
  const end = newline < 0 ? text.length : newline;
  const onOneLine = (lines: string) => lines.replace(/\s+/g, ' ').trim();
  const before = text.slice(start, end);
  const within = { start: edit.start - start, end: edit.end - start, text: edit.text };
  return { before: onOneLine(before), after: onOneLine(applyEdit(before, within)) };
}

function parses(text: string): boolean {
  // What the parser did not understand; it has no public name, and a whole compiler takes longer.
  const { parseDiagnostics } = parse(text) as unknown as { parseDiagnostics: unknown[] };
  return parseDiagnostics.length === 0;
}
