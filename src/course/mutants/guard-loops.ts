import ts from 'typescript';
import { parse } from './changes/syntax.ts';
import type { Edit } from './mutant.ts';
import { applyEdit } from './mutant.ts';

/** More turns than any loop of an exercise takes on what a suite gives it. */
const MAX_TURNS = 1_000_000;

/**
 * The same program, but each of its loops ends with an error after a million turns: a change often
 * makes a loop endless, and a process that hangs costs twenty seconds. No line moves.
 */
export function guardLoops(text: string): string {
  const file = parse(text);
  const edits: Edit[] = [];
  const insert = (at: number, inserted: string) =>
    edits.push({ start: at, end: at, text: inserted });
  let loops = 0;
  const visit = (node: ts.Node) => {
    if (ts.isIterationStatement(node, false) && !ts.isLabeledStatement(node.parent)) {
      const turns = `$turns${++loops}`;
      const guard = `if (++${turns} > ${MAX_TURNS}) throw new Error('an endless loop');`;
      insert(node.getStart(file), `{ let ${turns} = 0; `);
      insert(node.statement.getStart(file), `{ ${guard} `);
      insert(node.statement.end, ' }');
      insert(node.end, ' }');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  // From the end, so that offsets stay right; of two at one place, the outer loop's comes first.
  const inOrder = edits.map((edit, at) => ({ edit, at }));
  inOrder.sort((a, b) => b.edit.start - a.edit.start || b.at - a.at);
  return inOrder.reduce((current, { edit }) => applyEdit(current, edit), text);
}
