import type { Exercise } from '#course/exercise/exercise';
import { drawDifference } from '#inspect/draw/difference';
import { type Paint, plain } from '#inspect/draw/paint';
import { wrap } from '#inspect/draw/wrap';
import { type Failure, missingExport, type Verdict } from './verdict.ts';

export interface DrawVerdictOptions {
  /** `3 · Framing` */
  title: string;
  /** The folder with the subject's files: `exercises/03-framing`. */
  folder: string;
  width?: number;
  paint?: Paint;
  /** The lines of a file of the subject, to show the one where an error came through. */
  readLines?(file: string): string[] | undefined;
}

const DEFAULT_WIDTH = 80;
/** The last lines that the subject printed, so that the verdict stays in sight. */
const MAX_PRINTED = 12;

/** As much of an exercise as a verdict names. */
type Asked = Pick<Exercise, 'tasks'>;

/** A verdict as text: the tasks, then the first failure explained. */
export function drawVerdict(
  exercise: Asked,
  verdict: Verdict,
  options: DrawVerdictOptions,
): string {
  const { paint = plain } = options;
  const lines = [paint.strong(`Exercise ${options.title}`), ''];
  for (const { number, state } of verdict.tasks) {
    const title = `${number}  ${exercise.tasks[number - 1]?.title ?? ''}`;
    if (state === 'passed') lines.push(`  ${paint.good(`✓ ${title}`)}`);
    else if (state === 'failed') lines.push(`  ${paint.bad(`✗ ${title}`)}`);
    else if (state === 'unknown') lines.push(`  ? ${title}${paint.faint('  not reached')}`);
    else lines.push(`  · ${title}${paint.faint('  not written yet')}`);
  }
  const explanation = drawExplanation(exercise, verdict, options);
  return [...lines, ...(explanation === '' ? [] : ['', explanation])].join('\n');
}

/** What a verdict says below the tasks; nothing if all is well. */
export function drawExplanation(
  exercise: Asked,
  verdict: Verdict,
  options: DrawVerdictOptions,
): string {
  const lines = verdict.failure
    ? drawFailure(exercise, verdict.failure, options)
    : drawNextTask(exercise, verdict, options);
  if (verdict.printed) {
    const printed = verdict.printed.split('\n');
    const left = printed.length - MAX_PRINTED;
    if (lines.length > 0) lines.push('');
    lines.push(left > 0 ? `Your code printed ${left} lines, and then:` : 'Your code printed:');
    lines.push(...indent(printed.slice(-MAX_PRINTED), 2));
  }
  return lines.join('\n');
}

/** Where nothing is wrong and something is missing: what is asked next. */
function drawNextTask(
  exercise: Asked,
  verdict: Verdict,
  { folder, width = DEFAULT_WIDTH, paint = plain }: DrawVerdictOptions,
): string[] {
  const next = verdict.tasks.find((task) => task.state !== 'passed');
  const task = next && exercise.tasks[next.number - 1];
  if (next === undefined || task === undefined) return [];
  return [
    paint.strong(`Task ${next.number} · ${task.title}`),
    ...indent(wrap(task.asked, width - 2), 2),
    `  → ${folder}/${task.file}`,
  ];
}

function drawFailure(
  exercise: Asked,
  failure: Failure,
  { width = DEFAULT_WIDTH, paint = plain, readLines, folder }: DrawVerdictOptions,
): string[] {
  const task = failure.task === undefined ? undefined : exercise.tasks[failure.task - 1];
  const lines: string[] = [];
  if (task) {
    lines.push(paint.strong(`Task ${failure.task} · ${task.title}`));
    lines.push(...indent(wrap(task.asked, width - 2), 2));
    lines.push(paint.faint(`  → ${folder}/${task.file}`), '');
  }
  if (failure.test) lines.push(paint.bad(`✗ ${failure.test}`));
  lines.push(...indent(wrap(sayWhat(failure), width - 2), 2));

  const { bytes, cause } = failure.error.finding ?? {};
  if (bytes) {
    const difference = drawDifference(bytes.expected, bytes.received, bytes.fields, paint);
    lines.push('', ...indent(difference, 2));
  }
  const { at } = failure.error;
  if (at) {
    const line = readLines?.(at.file)?.[at.line - 1]?.trim();
    lines.push('', `  ${paint.faint('at')} ${at.file}:${at.line}:${at.column}`);
    if (line) lines.push(`     ${line.slice(0, width - 5)}`);
  }
  const likely = promiseCause(failure) ?? cause ?? knownCause(failure);
  if (likely) {
    const [first = '', ...rest] = wrap(likely, width - 10);
    lines.push('', `  ${paint.strong('Likely:')} ${first}`, ...indent(rest, 10));
  }
  return lines;
}

/** What an engine says when a class that is to be extended was not exported: true, and no help. */
const WITHOUT_CLASS = /^Class extends value undefined/;
const IS_IT_EXPORTED = 'Is there an `export` in front of it, and is the name spelt the same?';
const NO_CLASS = `others build on a class in it, and none is exported under that name. ${IS_IT_EXPORTED}`;

/** What happened, in a sentence. */
function sayWhat({ kind, error, task }: Failure): string {
  const what = error.message.trim();
  switch (kind) {
    case 'wrong':
      return what;
    case 'thrown':
      return `your code threw ${error.name}: ${what}`;
    case 'slow':
      return 'no result: the test waited two seconds for something that never came';
    case 'hung':
      return task === undefined
        ? 'your file never finished loading: a loop outside every function never ends'
        : 'your code never gave control back: it was stopped after some seconds of silence';
    case 'stray':
      return `something failed, and nobody was listening: ${error.name}: ${what}`;
    case 'not-loaded':
      return `your file could not be loaded: ${WITHOUT_CLASS.test(what) ? NO_CLASS : what}`;
    case 'not-exported':
      return `${missingExport(error)} is imported by others, and nothing that can be called is exported under this name. ${IS_IT_EXPORTED}`;
    case 'crashed':
      return `the process that ran your code died: ${what}`;
  }
}

function knownCause({ kind }: Failure): string | undefined {
  if (kind === 'hung')
    return 'A loop whose condition never becomes false, or far too much work: all that came before, done again at every step.';
  if (kind === 'slow') {
    return 'A promise that nobody resolves or rejects, or an `await` on something that never comes.';
  }
  if (kind === 'stray') {
    return 'A promise was started and never awaited or returned, so its failure reached nobody.';
  }
  return undefined;
}

/** A suite that expects a value knows what is wrong with values, and not that it got a promise. */
function promiseCause({ error }: Failure): string | undefined {
  return /expected '?Promise|but got '?Promise|\[object Promise\]/i.test(error.message)
    ? 'A promise stands where its value should: an `await` is missing, or a function is async that need not be.'
    : undefined;
}

function indent(lines: string[], by: number): string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`.trimEnd());
}
