import { wrap } from '#inspect/draw/wrap';
import { MarkError } from './derive-skeleton.ts';
import type { Gap, Planted } from './exercise.ts';

/** Columns of a line of a skeleton, its indent included. */
const WIDTH = 100;

/**
 * Puts marks around what a learner writes of a piece of src/, so that the piece itself can be read
 * without them: around the body of a function, and around the whole of a module's constant. They are
 * found by their names in code as the formatter leaves it, where a declaration ends with the first
 * line that has its indent and closes it.
 *
 * @throws MarkError if nothing in the file has that name, or if more than one thing has
 */
export function markGaps(source: string, gaps: Record<string, Gap>, planted?: Planted): string {
  const lines = source.split('\n');
  if (planted !== undefined) plant(lines, planted);
  for (const [name, gap] of Object.entries(gaps)) {
    const { first, end, indent, isWhole } = findGap(lines, name);
    const isBlank = gap.blank || gap.given !== undefined || isWhole;
    const given = gap.given?.split('\n').map((line) => `${indent}//! ${line}`) ?? [];
    lines.splice(end, 0, `${indent}// </task>`);
    lines.splice(
      first,
      0,
      `${indent}// <task ${gap.task}${isBlank ? ' blank' : ''}>`,
      ...promptLines(gap.prompt ?? '', indent),
      ...given,
    );
  }
  return lines.join('\n');
}

function promptLines(prompt: string, indent: string): string[] {
  if (prompt === '') return [];
  const lines = wrap(prompt, WIDTH - `${indent}// `.length);
  return lines.map((line) => `${indent}//? ${line}`.trimEnd());
}

/** Faults in the place of right lines, and a note at the top of the file. */
function plant(lines: string[], { task, note, faults }: Planted): void {
  for (const [right, wrong] of faults) {
    const found = lines.flatMap((line, at) => (line.trim() === right ? [at] : []));
    const [at] = found;
    if (at === undefined || found.length > 1) {
      throw new MarkError(`'${right}' is there ${found.length} times`);
    }
    const indent = /^ */.exec(lines[at] ?? '')![0];
    lines.splice(at + 1, 0, `${indent}// </task>`);
    lines.splice(at, 0, `${indent}// <task ${task} planted>`, `${indent}//! ${wrong}`);
  }
  lines.unshift(`// <task ${task} blank>`, ...promptLines(note, ''), '// </task>');
}

/** Lines of a file: from `first` to the one before `end`. */
interface Place {
  first: number;
  end: number;
  indent: string;
  /** A whole declaration, of which nothing is left. */
  isWhole: boolean;
}

function findGap(lines: string[], name: string): Place {
  const found = lines.flatMap(
    (_, at) => bodyAt(lines, at, name) ?? constantAt(lines, at, name) ?? [],
  );
  const [place] = found;
  if (place === undefined) throw new MarkError(`there is no function or constant ${name}`);
  if (found.length > 1) throw new MarkError(`${name} is there ${found.length} times`);
  return place;
}

const MODIFIERS = 'export |protected |static |async |function |function\\* |\\*';
const HEAD_END = /\)(?:: .+)? \{$/;

/** The body of the function `name` if that begins in line `at`. */
function bodyAt(lines: string[], at: number, name: string): Place | undefined {
  const line = lines[at] ?? '';
  const indent = new RegExp(`^( *)(?:${MODIFIERS})*${name}(?:<.*>)?\\(`).exec(line)?.[1];
  if (indent === undefined) return undefined;
  // `name(…): Type {`, or else `name(`, a parameter a line, and `): Type {`.
  const head = HEAD_END.test(line)
    ? at
    : lines.findIndex((one, i) => i > at && one.startsWith(`${indent})`) && HEAD_END.test(one));
  const end = lines.findIndex((one, i) => i > at && one === `${indent}}`);
  if (head < 0 || end <= head) return undefined;
  return { first: head + 1, end, indent: `${indent}  `, isWhole: false };
}

/** The constant `name` of the module if that begins in line `at`, with all of its lines. */
function constantAt(lines: string[], at: number, name: string): Place | undefined {
  if (!new RegExp(`^(?:export )?const ${name}\\b`).test(lines[at] ?? '')) return undefined;
  const last = lines.findIndex((line, i) => i >= at && /^\S.*;$/.test(line));
  return last < 0 ? undefined : { first: at, end: last + 1, indent: '', isWhole: true };
}
