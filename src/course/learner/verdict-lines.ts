import type { Graded } from './grade-all.ts';

/**
 * A verdict for programs: one JSON object a line, one line a task.
 *
 *     {"exercise":3,"task":1,"title":"Say how long it is","state":"passed"}
 *     {"exercise":3,"task":2,"title":"…","state":"failed","test":"one frame in one chunk","message":"…"}
 *
 * `state` is `passed`, `failed`, `not-yet` (as in the skeleton), `unknown` (the run was over before),
 * or `refused` (the files import what they may not; nothing was run). Fields may be added.
 */
export function jsonLines({ entry, exercise, verdict, refused }: Graded): string[] {
  const { failure } = verdict;
  return verdict.tasks.map(({ number, state }) => {
    // A file that cannot be loaded fails every task, and has no test.
    const isFailed = failure && state === 'failed' && (failure.task ?? number) === number;
    return JSON.stringify({
      exercise: entry.number,
      task: number,
      title: exercise.tasks[number - 1]?.title,
      state: refused === undefined ? state : 'refused',
      ...(isFailed && { test: failure.test, message: failure.error.message.trim() }),
      ...(refused !== undefined && { message: refused }),
    });
  });
}

const MARKS = { passed: '✓', failed: '✗', 'not-yet': '·', unknown: '?' } as const;

/** An exercise in a row: its tasks as marks. */
export function drawRow({ entry, verdict, refused }: Graded): string {
  const marks = verdict.tasks.map(({ state }) => MARKS[state]).join(' ');
  const what = refused !== undefined ? `refused: exercise ${entry.number} says why` : marks;
  const number = String(entry.number).padStart(3);
  return `${number}  ${entry.title.padEnd(42)} ${what}`;
}
