import { UserError } from '#course/user-error';

/**
 * Makes the skeleton that a learner gets out of the solution that we keep, so that the two cannot
 * drift apart. Marks say what the learner has to write. A solution that is written by hand has them
 * in its text; in a piece of src/, which is read for its own sake, `markGaps` puts them for a moment:
 *
 *     export function encodeFrame(payload: Uint8Array): Uint8Array {
 *       // <task 1>
 *       //? Four bytes of length, then the payload.
 *       const frame = new Uint8Array(4 + payload.length);
 *       …
 *       // </task>
 *     }
 *
 * In the skeleton the lines marked `//?` stay as comments, the rest becomes `throw notYet(1)`.
 * Where nothing can be thrown (fields of a class) or nothing should be, because the task only adds
 * to another, the mark is `// <task 3 blank>` and the gap stays empty.
 *
 * Lines marked `//!` stand in the skeleton as code, in the place of the right ones. In a blank gap
 * they are a beginning that is not good enough. With the mark `// <task 4 planted>` they are a fault
 * that the learner has to find: nothing says where it is.
 */

/** A mark, or the name of a gap, that cannot be right. */
export class MarkError extends UserError {}

const OPEN = /^(\s*)\/\/ <task (\d+)( blank| planted)?>$/;
const CLOSE = /^\s*\/\/ <\/task>$/;
/** What was meant as a mark; a misspelt one must not put the solution into the skeleton. */
const NEARLY = /^\s*\/\/ ?<\/?(ta?sk|task.*)>?$/;
const PROMPT = /^(\s*)\/\/\? ?(.*)$/;
const INSTEAD = /^(\s*)\/\/! ?(.*)$/;

export const NOT_YET_IMPORT = "import { notYet } from '#course/exercise/not-yet';";

/** @throws MarkError if a mark is not closed, closed twice, misspelt, or opened inside another */
export function deriveSkeleton(solution: string): string {
  const lines: string[] = [];
  let gap: { indent: string; task: number; kind: string; line: number } | undefined;
  let throws = false;

  for (const [index, line] of solution.split('\n').entries()) {
    const open = OPEN.exec(line);
    if (open !== null) {
      if (gap) throw new MarkError(`line ${index + 1}: a task inside the one of line ${gap.line}`);
      const [, indent = '', task, kind = ''] = open;
      gap = { indent, task: Number(task), kind: kind.trim(), line: index + 1 };
      if (gap.kind !== 'planted') lines.push(`${indent}// ── Task ${task} ──`);
    } else if (CLOSE.test(line)) {
      if (!gap) throw new MarkError(`line ${index + 1}: no task is open here`);
      if (gap.kind === '') {
        lines.push(`${gap.indent}throw notYet(${gap.task});`);
        throws = true;
      }
      gap = undefined;
    } else if (NEARLY.test(line)) {
      throw new MarkError(`line ${index + 1}: not a mark: ${line.trim()}`);
    } else if (!gap && (PROMPT.test(line) || INSTEAD.test(line))) {
      throw new MarkError(`line ${index + 1}: a prompt outside every task`);
    } else if (gap) {
      const prompt = PROMPT.exec(line);
      const instead = INSTEAD.exec(line);
      if (prompt !== null) lines.push(`${prompt[1]}// ${prompt[2]}`.trimEnd());
      else if (instead !== null) lines.push(`${instead[1]}${instead[2]}`.trimEnd());
    } else {
      lines.push(line);
    }
  }
  if (gap) throw new MarkError(`line ${gap.line}: this task is never closed`);
  return throws ? `${NOT_YET_IMPORT}\n${lines.join('\n')}` : lines.join('\n');
}

/** The tasks that have a gap in this skeleton, in order, each once. */
export function tasksIn(skeleton: string): number[] {
  const tasks = [...skeleton.matchAll(/^ *\/\/ ── Task (\d+) ──$/gm)].map((gap) => Number(gap[1]));
  return [...new Set(tasks)];
}

/** A solution as one would write it: without the marks. */
export function withoutMarks(solution: string): string {
  return solution.replace(/^ *\/\/ <\/?task.*>\n/gm, '').replace(/^ *\/\/[?!] .*\n/gm, '');
}
